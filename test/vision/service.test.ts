import { RetryBudget } from '../../nodes/YandexVisionOcr/pacing/budget';
import { startDeadline, unlimited } from '../../nodes/YandexVisionOcr/pacing/deadline';
import { Limiter } from '../../nodes/YandexVisionOcr/pacing/limiter';
import { Outage } from '../../nodes/YandexVisionOcr/pacing/outage';
import { failed, ok, type Problem, type Result } from '../../nodes/YandexVisionOcr/problem';
import { OcrClient } from '../../nodes/YandexVisionOcr/vision/client';
import { readEndpoints } from '../../nodes/YandexVisionOcr/vision/endpoints';
import { AccountToken } from '../../nodes/YandexVisionOcr/vision/iam/accountToken';
import type { ServiceReply } from '../../nodes/YandexVisionOcr/vision/request';
import { OcrService, type Payload } from '../../nodes/YandexVisionOcr/vision/service';
import { VirtualClock } from '../support/virtualClock';

const page = '{"result":{"textAnnotation":{"width":"1","height":"1"},"page":"0"}}\n';
const random = () => 0.5;

interface Setting {
	readonly perSecond: number;
	readonly tokenLifeMs: number;
	readonly latencyMs: number;
	/** What a renewal comes to, counted from 0; by default a new token. */
	readonly renewal?: (count: number) => Result<true>;
	readonly renewalMs?: number;
}

/** A service whose tokens die, and an execution that sends files to it. */
function setUp(setting: Setting) {
	const { perSecond, tokenLifeMs, latencyMs, renewal = () => ok(true) } = setting;
	const clock = new VirtualClock();
	const account = new AccountToken();
	const endpoints = readEndpoints({});
	if (!endpoints.ok) throw new Error(endpoints.error.message);
	const counts = { renewals: 0, sent: new Map<string, number>() };
	let tokenEndsMs = tokenLifeMs;
	const whole = unlimited();
	const client = new OcrClient({
		endpoints: endpoints.value,
		redact: (words) => words,
		send: async ({ body = Buffer.alloc(0) }) => {
			const file = body.toString();
			counts.sent.set(file, (counts.sent.get(file) ?? 0) + 1);
			const isGood = clock.now() < tokenEndsMs;
			await clock.sleep(latencyMs);
			return { kind: 'reply', reply: isGood ? reply(200, page) : reply(401, '') };
		},
	});
	const outage = new Outage(clock).watch(120_000);
	const service = new OcrService({
		client,
		clock,
		random,
		budget: new RetryBudget(),
		outage,
		renew: async (sentAtMs) =>
			await account.renewOnce(
				sentAtMs,
				() => clock.now(),
				async () => {
					const outcome = renewal(counts.renewals++);
					await clock.sleep(setting.renewalMs ?? 2 * latencyMs);
					if (outcome.ok) tokenEndsMs = clock.now() + tokenLifeMs;
					return outcome;
				},
			),
	});
	const lane = new Limiter({ clock, random }).lane(perSecond);
	const recognize = async (file: string) => {
		const sending = { body: Buffer.from(file), dataLogging: false };
		return await recognizePayload({ open: async () => ok({ sending, release: () => undefined }) });
	};
	const recognizePayload = async (payload: Payload) => {
		const deadline = startDeadline(clock, 600_000, whole);
		const ending = await service.recognize(
			payload,
			{ deadline, lane, maxAttempts: 3, retryWhenUnsure: true, requestTimeoutSeconds: 0 },
			() => undefined,
			() => undefined,
		);
		deadline.dispose();
		return ending;
	};
	return { clock, counts, outage, recognize, recognizePayload };
}

function reply(status: number, body: string): ServiceReply {
	const chunks = async function* () {
		yield Buffer.from(body);
	};
	return { status, headers: {}, chunks: chunks(), discard: () => undefined };
}

const files = Array.from({ length: 30 }, (_, index) => `file ${index}`);

test.each([
	[1, 3_000, 200],
	[2.5, 3_000, 200],
	[10, 1_000, 300],
	[50, 100, 20],
])(
	'30 files at %d/s with tokens that live %d ms: all done, none sent more than twice',
	async (perSecond, tokenLifeMs, latencyMs) => {
		const { clock, counts, recognize } = setUp({ perSecond, tokenLifeMs, latencyMs });
		const endings = await clock.run(Promise.all(files.map(recognize)));

		expect(endings.filter(({ ok: isDone }) => !isDone)).toEqual([]);
		expect(Math.max(...counts.sent.values())).toBeLessThanOrEqual(2);
		expect(counts.renewals).toBeGreaterThan(0);
		expect(counts.renewals).toBeLessThanOrEqual(Math.floor(clock.now() / tokenLifeMs));
	},
);

const problem: Problem = { code: 'X', message: 'No token.', hint: 'Wait.', retryable: false };

test('a token service that is busy for a moment is waited out', async () => {
	const busy = failed({ ...problem, retryable: true });
	const { clock, recognize } = setUp({
		perSecond: 10,
		tokenLifeMs: 500,
		latencyMs: 50,
		renewal: (count) => (count < 3 ? busy : ok(true)),
	});
	const endings = await clock.run(Promise.all(files.map(recognize)));

	expect(endings.filter(({ ok: isDone }) => !isDone)).toEqual([]);
});

test('a key that is refused ends each file that meets it, once', async () => {
	const { clock, counts, recognize } = setUp({
		perSecond: 10,
		tokenLifeMs: 0,
		latencyMs: 50,
		renewal: () => failed(problem),
	});
	const endings = await clock.run(Promise.all(files.map(recognize)));

	for (const ending of endings) {
		expect(ending).toMatchObject({ ok: false, why: 'permanent', reason: problem });
	}
	expect(new Set(counts.sent.values())).toEqual(new Set([1]));
});

test('a renewal that does not end holds no file beyond its time limit', async () => {
	const { clock, recognize } = setUp({
		perSecond: 10,
		tokenLifeMs: 0,
		latencyMs: 50,
		renewalMs: 3_600_000,
	});
	const startMs = clock.now();
	const ending = await clock.run(recognize('file'));

	expect(ending).toMatchObject({ ok: false, why: 'deadline' });
	expect(clock.now() - startMs).toBe(600_000);
});

test('a file that cannot be read is no sign of life of the service', async () => {
	const { clock, outage, recognizePayload } = setUp({ perSecond: 1, tokenLifeMs: 1, latencyMs: 1 });
	outage.failed();
	const ending = await recognizePayload({ open: async () => failed(problem) });
	await clock.advance(120_000);
	outage.failed();

	expect(ending).toMatchObject({ ok: false, why: 'permanent', reason: problem });
	expect(outage.scope.signal.aborted).toBe(true);
});
