import { startDeadline, unlimited } from '../../nodes/YandexVisionOcr/pacing/deadline';
import { Poller } from '../../nodes/YandexVisionOcr/pacing/poller';
import { nextPollDelayMs } from '../../nodes/YandexVisionOcr/pacing/pollSchedule';
import { PacingRegistry } from '../../nodes/YandexVisionOcr/pacing/shared';
import { AnswerItems } from '../../nodes/YandexVisionOcr/operations/answerItems';
import { fetchResult, untilEnded } from '../../nodes/YandexVisionOcr/operations/submitted';
import { DEFAULT_OPTIONS } from '../../nodes/YandexVisionOcr/options';
import type { Session } from '../../nodes/YandexVisionOcr/session';
import { OcrClient } from '../../nodes/YandexVisionOcr/vision/client';
import { readEndpoints } from '../../nodes/YandexVisionOcr/vision/endpoints';
import type { OperationId } from '../../nodes/YandexVisionOcr/vision/operationId';
import type { ServiceReply } from '../../nodes/YandexVisionOcr/vision/request';
import { OcrService } from '../../nodes/YandexVisionOcr/vision/service';
import { seededRandom } from '../support/seededRandom';
import { shapeOf, sourceOf } from '../support/shapes';
import { trials } from '../support/trials';
import { VirtualClock } from '../support/virtualClock';

const id = 'fbv0operation0000000' as OperationId;
const LATENCY_MS = 30;

interface Said {
	readonly status: number;
	readonly body: string;
}

const operation = (state: object): Said => ({
	status: 200,
	body: JSON.stringify({ id, ...state }),
});
const notFound = (message: string): Said => ({
	status: 404,
	body: JSON.stringify({ code: 5, message }),
});
const page = '{"result":{"textAnnotation":{"width":"1","height":"1"},"page":"0"}}\n';

const running = operation({ done: false });
const done = operation({ done: true });
const failedWith = (code: number): Said =>
	operation({ done: true, error: { code, message: 'It did not work.' } });
const notReady = notFound('operation data is not ready');

/** How a script ends, and what the file's error says then; undefined for a result. */
interface Finish {
	readonly what: string;
	readonly said: Said;
	readonly code: string | undefined;
}

/** Ends that the state tells: no result is asked for then. */
const ends: readonly Finish[] = [
	{
		what: 'no such operation',
		said: notFound(`operation ${id} not found`),
		code: 'OPERATION_NOT_FOUND',
	},
	{ what: 'a page of a proxy', said: { status: 404, body: '<html>' }, code: 'OPERATION_NOT_FOUND' },
	{ what: 'a refusal of the file', said: failedWith(3), code: 'REJECTED_BY_SERVICE' },
	{ what: 'a failure', said: failedWith(13), code: 'OPERATION_FAILED' },
	{ what: 'a cancel', said: failedWith(1), code: 'OPERATION_CANCELLED' },
];

/** Answers to the request for the result. */
const results: readonly Finish[] = [
	{ what: 'pages', said: { status: 200, body: page }, code: undefined },
	{ what: 'an expired result', said: notFound('not found'), code: 'OPERATION_NOT_FOUND' },
	{
		what: 'the words for “not ready” with another code',
		said: {
			status: 404,
			body: JSON.stringify({ code: 7, message: 'operation data is not ready' }),
		},
		code: 'PERMISSION_DENIED',
	},
];

interface Script {
	readonly state: readonly Said[];
	readonly result: readonly Said[];
}

/** Plays a script from the submission on; its last answers would come for ever. */
async function play(script: Script) {
	const clock = new VirtualClock();
	const random = seededRandom(1);
	const askedAtMs = { state: [] as number[], result: [] as number[] };
	const client = new OcrClient({
		endpoints: endpointsOfTheService(),
		redact: (words) => words,
		send: async ({ url }) => {
			const asks = url.includes('/operations/') ? 'state' : 'result';
			const said = script[asks][askedAtMs[asks].length] ?? notFound('The script is over');
			askedAtMs[asks].push(clock.now());
			await clock.sleep(LATENCY_MS);
			return { kind: 'reply', reply: replyOf(said) };
		},
	});
	const whole = unlimited();
	const deadline = startDeadline(clock, 600_000, whole);
	const { pacing } = new PacingRegistry().lease('account', { clock, random });
	const outage = pacing.outage.watch(120_000);
	const session = {
		clock,
		poller: new Poller(clock),
		service: new OcrService({ client, clock, random, budget: pacing.budget, outage }),
		openOperations: new Set([id]),
		outageSeconds: 120,
		redact: (words: string) => words,
		lane: (queue: 'state' | 'result', perSecond: number) => pacing[queue].lane(perSecond),
	} as unknown as Session;
	const submitted = { operationId: id, submittedAtMs: 0, options: DEFAULT_OPTIONS, deadline };
	const items = new AnswerItems(
		shapeOf({ output: 'page' }),
		sourceOf({}),
		session.redact,
		async () => undefined,
	);
	const ended = await clock.run(untilEnded(session, submitted));
	const read = ended.ok ? await clock.run(fetchResult(session, submitted, items)) : ended;
	deadline.dispose();
	outage.dispose();
	whole.dispose();
	return { read, askedAtMs };
}

function endpointsOfTheService() {
	const endpoints = readEndpoints({});
	if (!endpoints.ok) throw new Error(endpoints.error.message);
	return endpoints.value;
}

function replyOf({ status, body }: Said): ServiceReply {
	const chunks = async function* () {
		yield Buffer.from(body);
	};
	return { status, headers: {}, chunks: chunks(), discard: () => undefined };
}

/** Each is asked about no sooner than a fifth of its age after the last answer. */
function expectSchedule(askedAtMs: readonly number[]): void {
	let lastMs = 0;
	for (const atMs of askedAtMs) {
		expect(atMs - lastMs).toBeGreaterThanOrEqual(nextPollDelayMs(lastMs) - 1);
		lastMs = atMs + LATENCY_MS;
	}
}

test.each(ends)('$what right after the submission ends the file with one request', async (end) => {
	const { read, askedAtMs } = await play({ state: [end.said], result: [] });
	expect(read).toMatchObject({ ok: false, error: { code: end.code, operationId: id } });
	expect(askedAtMs).toMatchObject({ state: [500], result: [] });
});

test.each(results)(
	'$what as the first answer to the request for the result is final',
	async (end) => {
		const { read, askedAtMs } = await play({ state: [done], result: [end.said] });
		expect(read.ok ? undefined : read.error.code).toBe(end.code);
		expect([askedAtMs.state.length, askedAtMs.result.length]).toEqual([1, 1]);
	},
);

test('whatever comes and goes, only “not done” and “not ready” are asked about again, on schedule', async () => {
	const random = seededRandom(8);
	const upTo = (most: number) => Math.floor(random() * (most + 1));
	const oneOf = (list: readonly Finish[]) => list[upTo(list.length - 1)] as Finish;
	for (const trial of trials(60, 500)) {
		const waits = Array<Said>(upTo(20)).fill(running);
		const refusals = Array<Said>(upTo(6)).fill(notReady);
		const endsByItsState = random() < 0.4;
		const end = oneOf(endsByItsState ? ends : results);
		const { read, askedAtMs } = await play(
			endsByItsState
				? { state: [...waits, end.said], result: [] }
				: { state: [...waits, done], result: [...refusals, end.said] },
		);
		expect({
			trial,
			what: end.what,
			code: read.ok ? undefined : read.error.code,
			operationId: read.ok ? id : read.error.operationId,
			states: askedAtMs.state.length,
			results: askedAtMs.result.length,
		}).toEqual({
			trial,
			what: end.what,
			code: end.code,
			operationId: id,
			states: waits.length + 1,
			results: endsByItsState ? 0 : refusals.length + 1,
		});
		expectSchedule(askedAtMs.state);
	}
});
