import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';
import { trials } from '../support/trials';

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
/** More than the buffers of a socket take: the sender is stuck in the middle of its upload. */
const large = Buffer.concat([picture, Buffer.alloc(6 * 1024 * 1024)]);

interface Stall {
	readonly what: string;
	readonly fault: Fault;
	readonly mode: 'sync' | 'async';
	readonly file?: Buffer;
	/** Files of one execution. */
	readonly files: number;
}

/** At once; in the quick run few, so that a busy machine has submitted them in time. */
const FILES = trials(4, 20).length;
const LIMIT_SECONDS = 2;

const stalls: readonly Stall[] = [
	{
		what: 'an answer that drips',
		fault: { kind: 'drip', intervalMs: 100, bytes: 1 },
		mode: 'sync',
		files: FILES,
	},
	{
		what: 'an upload that nobody takes',
		fault: { kind: 'silence', when: 'arrival' },
		mode: 'sync',
		file: large,
		files: 4,
	},
	{
		what: 'a result that is never ready',
		fault: { kind: 'notReady', on: 'result' },
		mode: 'async',
		files: FILES,
	},
	{
		what: 'a state that never comes',
		fault: { kind: 'silence', on: 'state' },
		mode: 'async',
		files: FILES,
	},
];

let server: OcrServer;

beforeEach(async () => {
	server = await startOcrServer({
		stub: { wordsPerPage: 2, recordings: false },
		quotas: { sync: 1000, submit: 1000, state: 1000, result: 1000 },
	});
});
afterEach(() => server.close());

async function run({ mode, file = picture, files }: Stall, goesOn: boolean) {
	return await recognizeLocally(server, {
		items: Array.from({ length: files }, () => itemWith({ data: ['scan.png', file] })),
		parameters: { options: { processingMode: mode, maxWaitSeconds: LIMIT_SECONDS } },
		...(goesOn ? { onError: 'continueRegularOutput' as const } : {}),
	});
}

test.each(stalls)(
	'$what ends by the time limit of the file, which it names',
	async (stall) => {
		server.addFault(stall.fault);
		for (const trial of trials(1, Math.ceil(200 / stall.files))) {
			const execution = await run(stall, true);
			expect(execution.status).toBe('success');
			const errors = errorsOf(execution);
			expect({ trial, errors: errors.length }).toEqual({ trial, errors: stall.files });
			for (const { code, message, operationId } of errors) {
				expect(code).toBe('TIMED_OUT');
				expect(message).toMatch(/timed out/);
				expect(message).not.toMatch(/cancel/i);
				if (stall.mode === 'async') expect(operationId).toEqual(expect.any(String));
			}
			const tookMs = execution.runData[ocrNode]?.[0]?.executionTime ?? Infinity;
			expect(tookMs).toBeGreaterThanOrEqual(LIMIT_SECONDS * 1000 - 50);
		}
	},
	600_000,
);

test('an execution that a time limit ends has failed: nobody stopped it', async () => {
	server.addFault({ kind: 'silence' });
	const [stall] = stalls;
	if (stall === undefined) throw new Error('There is no stall');
	const execution = await run(stall, false);
	expect(execution.status).toBe('error');
	expect(execution.error?.message).toMatch(/timed out/);
});
