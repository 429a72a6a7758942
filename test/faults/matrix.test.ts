import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../ocr-server/endpoint';
import type { Fault as ServerFault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { Ending } from '../../nodes/YandexVisionOcr/pacing/retry';
import type { Problem } from '../../nodes/YandexVisionOcr/problem';
import type { OperationId } from '../../nodes/YandexVisionOcr/vision/operationId';
import { quickClock } from '../support/faults/quickClock';
import { payloadOf, realService, type Settings } from '../support/faults/realService';
import { sideBySide } from '../support/faults/sideBySide';
import { seededRandom } from '../support/seededRandom';
import { trials } from '../support/trials';

/** What becomes of a call whose first request meets the fault, and whose second would succeed. */
type Expected = 'waitedOut' | 'counted' | 'final';

interface Fault {
	readonly name: string;
	readonly action?: ServerFault;
	readonly sending: Expected;
	/** Reading costs nothing: what is counted for a file is merely repeated here. */
	readonly reading: Exclude<Expected, 'counted'>;
	readonly settings?: Partial<Settings>;
}

const waitedOut = { sending: 'waitedOut', reading: 'waitedOut' } as const;
const ambiguous = { sending: 'counted', reading: 'waitedOut' } as const;
const final = { sending: 'final', reading: 'final' } as const;
const status = (code: number) => ({ kind: 'status', status: code }) as const;

const faults: readonly Fault[] = [
	{ name: '429', action: status(429), ...waitedOut },
	{ name: '503', action: status(503), ...waitedOut },
	{ name: 'a refused connection', settings: { firstIsRefused: true }, ...waitedOut },
	{ name: '500', action: status(500), ...ambiguous },
	{ name: '502 from a proxy', action: { ...status(502), shape: 'html' }, ...ambiguous },
	{ name: '504', action: status(504), ...ambiguous },
	{ name: 'a reset before the headers', action: { kind: 'reset' }, ...ambiguous },
	{ name: 'a reset in the body', action: { kind: 'resetMidBody' }, ...ambiguous },
	{ name: 'a short body', action: { kind: 'truncated', framing: 'length' }, ...ambiguous },
	{
		name: 'silence',
		action: { kind: 'silence' },
		settings: { requestTimeoutSeconds: 20 },
		...ambiguous,
	},
	{
		name: 'an early 413 from a proxy',
		action: { ...status(413), shape: 'html', when: 'arrival' },
		...final,
	},
];

const calls = ['sync', 'submit', 'state', 'result'] as const;
const cells = faults.flatMap((fault) => calls.map((call) => ({ ...fault, call })));

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
const random = seededRandom(4);

/** A server that knows an operation whose result is there. */
interface Prepared {
	readonly server: OcrServer;
	readonly operationId: OperationId;
	close(): Promise<void>;
}

async function prepare(): Promise<Prepared> {
	const quotas = { sync: 1e6, submit: 1e6, state: 1e6, result: 1e6 };
	const stub = { wordsPerPage: 2, recordings: false };
	const server = await startOcrServer({ quotas, stub, jobSeconds: 0, notReadySeconds: 0 });
	const { service, policy, dispose } = await realService(server, { clock: quickClock(1), random });
	const submitted = await service.submit(payloadOf(picture), policy);
	dispose();
	if (!submitted.ok) throw new Error(submitted.why);
	return { server, operationId: submitted.value, close: async () => await server.close() };
}

test.each(cells)(
	'$name on a $call request is treated as the table says',
	async ({ action, call, sending, reading, settings = {} }) => {
		const expected = call === 'sync' || call === 'submit' ? sending : reading;
		await sideBySide(trials(2, 200), prepare, async (trial, prepared) => {
			prepared.server.clearFaults();
			if (action !== undefined) prepared.server.addFault({ on: call, times: 1, ...action });
			const { ending, requests } = await callOnce(prepared, call, settings);
			expect({ trial, requests, ...summary(ending) }).toEqual({ trial, ...outcomes[expected] });
		});
	},
	600_000,
);

const outcomes: Readonly<Record<Expected, object>> = {
	waitedOut: { ok: true, requests: 2, timesUnsure: 0, timesWaitedOut: 1 },
	counted: { ok: true, requests: 2, timesUnsure: 1, timesWaitedOut: 0 },
	final: { ok: false, requests: 1, timesUnsure: 0, timesWaitedOut: 0 },
};

function summary({ ok, timesUnsure, timesWaitedOut }: Ending<unknown, Problem>) {
	return { ok, timesUnsure, timesWaitedOut };
}

async function callOnce(
	{ server, operationId }: Prepared,
	call: Extract<Endpoint, (typeof calls)[number]>,
	settings: Partial<Settings>,
) {
	const parts = await realService(server, { clock: quickClock(20), random, ...settings });
	const { service, policy, requests, dispose } = parts;
	let pages = 0;
	const restart = () => {
		pages = 0;
	};
	const take = () => {
		pages += 1;
	};
	const ask: Readonly<Record<typeof call, () => Promise<Ending<unknown, Problem>>>> = {
		sync: async () => await service.recognize(payloadOf(picture), policy, restart, take),
		submit: async () => await service.submit(payloadOf(picture), policy),
		state: async () => await service.state(operationId, policy),
		result: async () => await service.result(operationId, policy, restart, take),
	};
	const ending = await ask[call]();
	dispose();
	if (ending.ok && (call === 'sync' || call === 'result')) expect(pages).toBe(1);
	return { ending, requests: requests() };
}
