import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { endingProblem } from '../../nodes/YandexVisionOcr/vision/endingProblem';
import { quickClock } from '../support/faults/quickClock';
import { payloadOf, realService } from '../support/faults/realService';
import { sideBySide } from '../support/faults/sideBySide';
import { seededRandom } from '../support/seededRandom';
import { trials } from '../support/trials';

/** The server has taken the file, and bills it; only the answer does not arrive. */
const lostAnswers: ReadonlyArray<readonly [name: string, fault: Fault]> = [
	['a reset', { kind: 'reset', when: 'answered' }],
	['502', { kind: 'status', status: 502, shape: 'html', when: 'answered' }],
	['504', { kind: 'status', status: 504, when: 'answered' }],
	['silence', { kind: 'silence', when: 'answered' }],
];

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
const random = seededRandom(2);
const limits = { maxWaitSeconds: 600, outageSeconds: 120 };

async function serve(): Promise<OcrServer> {
	const quotas = { submit: 1e6 };
	return await startOcrServer({ quotas, stub: { recordings: false, wordsPerPage: 1 } });
}

/** The first request of a process takes far longer than any other. */
beforeAll(async () => {
	const first = await startOcrServer();
	const { service, policy, dispose } = await realService(first, { clock: quickClock(1), random });
	await service.submit(payloadOf(picture), policy);
	dispose();
	await first.close();
});

async function submitOnce(server: OcrServer, retryWhenUnsure: boolean, { kind }: Fault) {
	const requestTimeoutSeconds = kind === 'silence' ? 12 : 0;
	const settings = { clock: quickClock(10), random, retryWhenUnsure, requestTimeoutSeconds };
	const { service, policy, dispose } = await realService(server, settings);
	const operationsBefore = server.counts.operations;
	const ending = await service.submit(payloadOf(picture), policy);
	dispose();
	return { ending, billed: server.counts.operations - operationsBefore };
}

test.each(lostAnswers)(
	'after %s, a file is not sent again where Retry When Unsure is off, and the error says so',
	async (_name, fault) => {
		await sideBySide(trials(3, 1_000), serve, async (trial, server) => {
			server.clearFaults();
			server.addFault({ on: 'submit', ...fault });
			const { ending, billed } = await submitOnce(server, false, fault);
			expect({ trial, billed, ok: ending.ok }).toEqual({ trial, billed: 1, ok: false });
			if (ending.ok) return;
			const { message, requestId } = endingProblem(ending, limits);
			expect(message).toContain('may have accepted');
			expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
		});
	},
	1_800_000,
);

test.each(lostAnswers)(
	'after %s, a file is sent again within its attempts, and each repeat is counted',
	async (_name, fault) => {
		await sideBySide(trials(3, 1_000), serve, async (trial, server) => {
			server.clearFaults();
			const lost = (trial % 4) + 1;
			server.addFault({ on: 'submit', times: lost, ...fault });
			const { ending, billed } = await submitOnce(server, true, fault);
			const sent = Math.min(lost + 1, 3);
			expect({ trial, ok: ending.ok, billed, timesUnsure: ending.timesUnsure }).toEqual({
				trial,
				ok: lost < 3,
				billed: sent,
				timesUnsure: Math.min(lost, 3),
			});
		});
	},
	1_800_000,
);
