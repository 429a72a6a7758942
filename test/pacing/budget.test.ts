import { retryCost, RetryBudget } from '../../nodes/YandexVisionOcr/pacing/budget';

function spendAll(budget: RetryBudget, cost: number): number {
	let spent = 0;
	while (budget.holdBackMs() === 0 && spent < 1_000) {
		budget.spend(cost);
		spent += 1;
	}
	return spent;
}

test.each([
	['failures', retryCost.failure, 36],
	['refusals over the quota', retryCost.overQuota, 101],
])('%s in a row leave only probes, five seconds apart', (_, cost, failures) => {
	const budget = new RetryBudget();
	expect(spendAll(budget, cost)).toBe(failures);
	expect(budget.holdBackMs()).toBe(5_000);
	expect(budget.spend(cost)).toBe(0);
});

test('the first success after that fills it whole and says so once', () => {
	let refills = 0;
	const budget = new RetryBudget(() => {
		refills += 1;
	});
	spendAll(budget, retryCost.failure);
	budget.succeeded(0);
	budget.succeeded(0);
	expect([budget.holdBackMs(), refills]).toEqual([0, 1]);
	expect(spendAll(budget, retryCost.failure)).toBe(36);
});

test('a success gives back what the failure before it took, another one a single token', () => {
	const budget = new RetryBudget();
	for (let times = 0; times < 1_000; times += 1) budget.succeeded(budget.spend(retryCost.failure));
	expect(budget.holdBackMs()).toBe(0);
	for (let times = 0; times < 35; times += 1) budget.spend(retryCost.failure);
	for (let times = 0; times < 4; times += 1) budget.succeeded(0);
	expect(budget.spend(retryCost.failure)).toBe(retryCost.failure);
	expect(budget.spend(retryCost.failure)).toBe(0);
});
