import type { InputDocument } from '../documents/inputDocument';
import type { Outcome } from '../outcome';
import type { SendParameters } from '../parameters';
import type { Session } from '../session';
import { policyFor, problemOf } from './policy';
import { sourceOf } from './source';
import { withFile } from './withFile';

/** Starts the recognition of one file and hands on its operation ID. */
export async function submit(
	session: Session,
	document: InputDocument,
	parameters: SendParameters,
): Promise<Outcome> {
	const wayOf = () => 'async' as const;
	return await withFile(session, document, parameters, wayOf, async (file, { lane, deadline }) => {
		const { options } = parameters;
		const policy = { ...policyFor(session, 'submit', options, deadline), lane };
		const ending = await session.service.submit(file, policy);
		if (!ending.ok) return { kind: 'failed', problem: problemOf(session, options, ending) };
		session.openOperations.add(ending.value);
		const { file: name, binaryField, mimeType, bytes, sha256, model, ...picture } = sourceOf(file);
		const json = {
			operationId: ending.value,
			file: name,
			model,
			geometry: {
				width: picture.storedWidth ?? null,
				height: picture.storedHeight ?? null,
				orientation: picture.orientation,
			},
			pages: picture.pageCount ?? null,
			source: { binaryField, mimeType, bytes, sha256 },
			submittedAt: new Date(session.clock.now()).toISOString(),
			...(ending.timesUnsure > 0 ? { repeats: ending.timesUnsure } : {}),
		};
		return { kind: 'items', items: [{ json }], problems: [], remarks: [] };
	});
}
