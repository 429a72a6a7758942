import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { OperationId } from '../../nodes/YandexVisionOcr/vision/operationId';
import { endingProblem } from '../../nodes/YandexVisionOcr/vision/endingProblem';
import { quickClock } from '../support/faults/quickClock';
import { realService } from '../support/faults/realService';
import { seededRandom } from '../support/seededRandom';

const operationId = 'fbv1k2m3n4p5q6r7s8t9' as OperationId;
const random = seededRandom(6);
const ignore = () => undefined;

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { state: 1e6, result: 1e6 } });
});
afterAll(() => server.close());

/** Answers that a wrong address, a proxy or a changed service may give for ever. */
const answers: ReadonlyArray<readonly [what: string, answer: Fault, code: string]> = [
	['nothing', { kind: 'empty' }, 'ANSWER_EMPTY'],
	['a web page', { kind: 'html' }, 'ANSWER_NOT_JSON'],
	['words', { kind: 'body', body: 'no JSON' }, 'ANSWER_NOT_JSON'],
	['a cut answer', { kind: 'body', body: '{"id":' }, 'ANSWER_TRUNCATED'],
	['a conflict', { kind: 'status', status: 409 }, 'CONFLICT'],
];
const reads = ['state', 'result', 'cancel'] as const;
const cells = answers.flatMap(([what, answer, code]) =>
	reads.map((read) => ({ what, answer, code, read })),
);

test.each(cells)(
	'$what for each $read request ends with its own words after three',
	async ({ answer, code, read }) => {
		server.clearFaults();
		server.addFault({ ...answer, on: read });
		const settings = { clock: quickClock(50), random, retryWhenUnsure: false };
		const { service, policy, requests, dispose } = await realService(server, settings);
		const ending =
			read === 'result'
				? await service.result(operationId, policy, ignore, ignore)
				: await service[read](operationId, policy);
		dispose();

		expect(requests()).toBe(3);
		if (ending.ok) throw new Error('The answer was taken');
		const problem = endingProblem(ending, { maxWaitSeconds: 600, outageSeconds: 120 });
		expect(problem).toMatchObject({
			code,
			message: expect.stringMatching(/\. It was asked 3 times\.$/) as string,
		});
	},
);

test('a conflict that passes costs nothing', async () => {
	server.clearFaults();
	server.addFault({ kind: 'status', status: 409, on: 'state', times: 2 });
	server.addFault({ kind: 'body', body: `{"id":"${operationId}","done":true}`, on: 'state' });
	const { service, policy, dispose } = await realService(server, { clock: quickClock(50), random });
	const ending = await service.state(operationId, policy);
	dispose();

	expect(ending).toMatchObject({ ok: true, value: { done: true } });
});
