import fc from 'fast-check';
import { failed, ok, type Problem, type Result } from '../../../nodes/YandexVisionOcr/problem';
import { AccountToken } from '../../../nodes/YandexVisionOcr/vision/iam/accountToken';
import { trials } from '../../support/trials';
import type { IamToken } from '../../../nodes/YandexVisionOcr/vision/iam/exchange';

const problem: Problem = { code: 'X', message: 'No.', hint: 'Do.', retryable: false };

test('50 requests that find a token expired are one exchange, in whatever order they run', async () => {
	await fc.assert(
		fc.asyncProperty(fc.scheduler(), async (scheduler) => {
			const account = new AccountToken();
			let exchanges = 0;
			const exchange = async (): Promise<Result<IamToken>> => {
				exchanges += 1;
				return await scheduler.schedule(
					Promise.resolve(ok({ token: `t1.${exchanges}`, expiresAtMs: undefined })),
				);
			};
			const tokens = Array.from({ length: 50 }, async (_, index) => {
				await scheduler.schedule(Promise.resolve(), `request ${index}`);
				return await account.obtain('t1.old', () => 0, exchange);
			});
			await scheduler.waitFor(Promise.all(tokens));
			const values = (await Promise.all(tokens)).map((token) => token.ok && token.value);
			expect(new Set(values)).toEqual(new Set(['t1.1']));
			expect(exchanges).toBe(1);
		}),
		{ numRuns: trials(15, 500).length },
	);
});

test('50 files that are answered with 401 are one renewal, in whatever order they run', async () => {
	await fc.assert(
		fc.asyncProperty(fc.scheduler(), async (scheduler) => {
			const account = new AccountToken();
			let renewals = 0;
			let nowMs = 100;
			const renew = async (): Promise<Result<true>> => {
				renewals += 1;
				await scheduler.schedule(Promise.resolve());
				nowMs += 1;
				return ok(true);
			};
			const files = Array.from({ length: 50 }, async () => {
				const sentAtMs = nowMs;
				await scheduler.schedule(Promise.resolve());
				return await account.renewOnce(sentAtMs, () => nowMs, renew);
			});
			await scheduler.waitFor(Promise.all(files));
			expect(renewals).toBe(1);
		}),
		{ numRuns: trials(15, 500).length },
	);
});

function counted(outcomes: ReadonlyArray<Result<IamToken>>) {
	let calls = 0;
	return {
		exchange: async () => outcomes[calls++] ?? failed(problem),
		calls: () => calls,
	};
}

const first = ok({ token: 't1.1', expiresAtMs: 50_000 });
const second = ok({ token: 't1.2', expiresAtMs: undefined });

test('A token that is itself refused is not handed out again', async () => {
	const { exchange, calls } = counted([first, second]);
	const account = new AccountToken();
	expect(await account.obtain('', () => 0, exchange)).toEqual(ok('t1.1'));
	expect(await account.obtain('t1.1', () => 1, exchange)).toEqual(ok('t1.2'));
	expect(calls()).toBe(2);
});

test('A token that somebody just got is not handed out once it has ended', async () => {
	const { exchange } = counted([first, second]);
	const account = new AccountToken();
	await account.obtain('', () => 0, exchange);
	expect(await account.obtain('', () => 49_999, exchange)).toEqual(ok('t1.1'));
	expect(await account.obtain('', () => 50_000, exchange)).toEqual(ok('t1.2'));
});

test('A failed exchange is handed to those who wait, and tried again for the next', async () => {
	const { exchange, calls } = counted([failed(problem), first]);
	const account = new AccountToken();
	const both = [account.obtain('', () => 0, exchange), account.obtain('', () => 0, exchange)];
	expect(await Promise.all(both)).toEqual([failed(problem), failed(problem)]);
	expect(calls()).toBe(1);
	expect(await account.obtain('', () => 1, exchange)).toEqual(ok('t1.1'));
});

test('A request that was sent after a renewal ended, and is refused, starts another', async () => {
	const account = new AccountToken();
	let renewals = 0;
	const renew = async () => {
		renewals += 1;
		return ok(true) as Result<true>;
	};
	await account.renewOnce(10, () => 20, renew);
	await account.renewOnce(15, () => 25, renew);
	expect(renewals).toBe(1);
	await account.renewOnce(21, () => 30, renew);
	expect(renewals).toBe(2);
});
