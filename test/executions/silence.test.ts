import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../ocr-server/endpoint';
import type { Fault } from '../../ocr-server/faults/fault';
import { startOcrServer } from '../../ocr-server/server';
import type { Execution } from '../support/engine/execution';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));

/** One file, with requests that may take a second, to a service that once does not answer in time. */
async function recognizeWith(fault: Fault, on: Endpoint, maxAttempts: number) {
	const server = await startOcrServer({ stub: { wordsPerPage: 1 }, quotas: { sync: 1000 } });
	server.addFault({ on, nth: 1, ...fault });
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['a.png', png] })],
		parameters: {
			output: 'document',
			options: {
				processingMode: on === 'sync' ? 'sync' : 'async',
				requestTimeoutSeconds: 1,
				maxAttempts,
			},
		},
		onError: 'continueRegularOutput',
	});
	await server.close();
	return execution;
}

const unanswered: ReadonlyArray<[what: string, fault: Fault]> = [
	['is not answered', { kind: 'silence' }],
	['is answered byte by byte', { kind: 'drip' }],
];
const endpoints: readonly Endpoint[] = ['sync', 'submit', 'state', 'result'];
const cases = unanswered.flatMap(([what, fault]) =>
	endpoints.map((on) => [on, what, on === 'sync' || on === 'submit' ? 1 : 0, fault] as const),
);

/** They wait at the same time. */
let executions: readonly Execution[];

beforeAll(async () => {
	const all = cases.map(async ([on, , , fault]) => await recognizeWith(fault, on, 3));
	executions = await Promise.all(all);
});

test.each(cases.map(([on, what, repeats], index) => [on, what, repeats, index] as const))(
	'a %s request that %s in time is made again, and counted if it carried the file',
	(_on, _what, repeats, index) => {
		const [item] = executions[index]?.items(ocrNode) ?? [];
		expect(item?.json).toMatchObject({ words: 1, ...(repeats === 0 ? {} : { repeats }) });
	},
);

test('the last of the attempts says that the request timed out and may have been accepted', async () => {
	const execution = await recognizeWith({ kind: 'silence' }, 'sync', 1);

	const [error] = errorsOf(execution);
	expect(error).toMatchObject({ code: 'REQUEST_TIMED_OUT', retryable: true });
	expect(error?.message).toMatch(/within 1 seconds; the request timed out.*may have accepted/);
});
