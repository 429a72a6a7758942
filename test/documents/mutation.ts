import fc from 'fast-check';

type Edit =
	| { readonly kind: 'set'; readonly at: number; readonly value: number }
	| { readonly kind: 'cut'; readonly at: number }
	| { readonly kind: 'remove'; readonly at: number; readonly count: number }
	| { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
	| { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly count: number };

/** Values that turn lengths, offsets and counts into traps. */
const traps = [
	[0x00, 0x00, 0x00, 0x00],
	[0xff, 0xff, 0xff, 0xff],
	[0x7f, 0xff, 0xff, 0xff],
	[0x80, 0x00, 0x00, 0x00],
	[0x00, 0x00, 0x00, 0x01],
	[0xff, 0xd8],
	[0xff, 0xd9],
	[0xff, 0xda],
].map((bytes) => Uint8Array.from(bytes));

const at = fc.nat(0xffff);
const edit: fc.Arbitrary<Edit> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant('set'), at, value: fc.nat(255) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('cut'), at }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), at, count: fc.nat(40) }) },
	{
		weight: 3,
		arbitrary: fc.record({ kind: fc.constant('insert'), at, bytes: fc.constantFrom(...traps) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('copy'), at, from: at, count: fc.nat(99) }),
	},
) as fc.Arbitrary<Edit>;

/** Real files with some bytes changed, removed, inserted or repeated. */
export function mutationsOf(files: readonly Buffer[]): fc.Arbitrary<Buffer> {
	return fc
		.tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 6 }))
		.map(([file, edits]) => edits.reduce(applyEdit, file));
}

function applyEdit(file: Buffer, change: Edit): Buffer {
	const offset = change.at % (file.length + 1);
	switch (change.kind) {
		case 'set': {
			const changed = Buffer.from(file);
			if (offset < changed.length) changed[offset] = change.value;
			return changed;
		}
		case 'cut':
			return file.subarray(0, offset);
		case 'remove':
			return Buffer.concat([file.subarray(0, offset), file.subarray(offset + change.count)]);
		case 'insert':
			return Buffer.concat([file.subarray(0, offset), change.bytes, file.subarray(offset)]);
		case 'copy': {
			const from = change.from % (file.length + 1);
			const piece = file.subarray(from, from + change.count);
			return Buffer.concat([file.subarray(0, offset), piece, file.subarray(offset)]);
		}
	}
}
