import { ok, type Problem, type Result } from '../../problem';
import { SingleFlight } from '../../pacing/singleFlight';
import type { IamToken } from './exchange';

/** Long enough for n8n to store a token, and for requests that were under way to notice. */
const REUSE_MS = 60_000;

interface LatestToken {
	readonly token: string;
	readonly reusableUntilMs: number;
}

interface Renewal {
	readonly endedAtMs: number;
	readonly outcome: Result<true>;
}

/**
 * What all executions of this process share about one account's exchanged token. n8n keeps the token,
 * but has no single flight: without this, ten files that find it missing are ten exchanges.
 */
export class AccountToken {
	private readonly exchanges = new SingleFlight<Result<IamToken>>();
	private readonly renewals = new SingleFlight<Result<true>>();
	private latest: LatestToken | undefined;
	private renewal: Renewal | undefined;
	private failure: Problem | undefined;

	/**
	 * A token that is not `stored`, which the caller found missing or refused: the one that somebody
	 * else just got, or a new one.
	 */
	async obtain(
		stored: string,
		now: () => number,
		exchange: () => Promise<Result<IamToken>>,
	): Promise<Result<string>> {
		const { latest } = this;
		if (latest && latest.token !== stored && now() < latest.reusableUntilMs)
			return ok(latest.token);
		const outcome = await this.exchanges.run(exchange);
		if (!outcome.ok) {
			this.failure = outcome.error;
			return outcome;
		}
		const { token, expiresAtMs = Infinity } = outcome.value;
		this.latest = { token, reusableUntilMs: Math.min(now() + REUSE_MS, expiresAtMs) };
		return ok(token);
	}

	/**
	 * Runs `renew`, or hands on the outcome of a renewal that is under way or that ended after the
	 * refused request was sent.
	 *
	 * @param sentAtMs when the request that was answered with 401 was sent, by `now`'s clock
	 */
	async renewOnce(
		sentAtMs: number,
		now: () => number,
		renew: () => Promise<Result<true>>,
	): Promise<Result<true>> {
		const { renewal } = this;
		if (renewal && renewal.endedAtMs >= sentAtMs) return renewal.outcome;
		return await this.renewals.run(async () => {
			const outcome = await renew();
			this.renewal = { endedAtMs: now(), outcome };
			return outcome;
		});
	}

	/** Why the last exchange that failed did so: older n8n loses it on the way to the caller. */
	get lastFailure(): Problem | undefined {
		return this.failure;
	}
}
