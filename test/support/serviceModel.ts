import type { Outcome } from '../../nodes/YandexVisionOcr/pacing/outcome';
import type { VirtualClock } from './virtualClock';

type FaultKind = 'unavailable' | 'notSent' | 'unsure';
export type ModelOutcome = Outcome<number, string>;

export interface ServiceSettings {
	readonly clock: VirtualClock;
	readonly random: () => number;
	/** Requests in any window of a second; more are refused. Unlimited if left out. */
	readonly quotaPerSecond?: number;
	/** What an answer takes in the mean: half of it to one and a half; 60 if left out. */
	readonly latencyMs?: number;
	/** When the service says to come back after a refusal. */
	readonly hintMs?: number;
	/** The share of the requests that fail at this time; none if left out. */
	readonly failureShare?: (nowMs: number) => number;
	readonly failsAs?: FaultKind;
}

const jitterMs = 5;

/** A service that counts: what came in, what it refused, how often it did each file's work. */
export class ServiceModel {
	readonly acceptedAtMs: number[] = [];
	readonly timesDone = new Map<number, number>();
	requests = 0;
	refusals = 0;
	private inWindow: number[] = [];

	constructor(private readonly settings: ServiceSettings) {}

	async send(file: number): Promise<ModelOutcome> {
		const { clock, random, hintMs } = this.settings;
		this.requests += 1;
		await clock.sleep(jitterMs * random());
		if (!this.isWithinQuota()) {
			this.refusals += 1;
			await clock.sleep(this.latencyMs());
			return { kind: 'overQuota', reason: '429', hintMs };
		}
		this.acceptedAtMs.push(clock.now());
		await clock.sleep(this.latencyMs());
		return this.work(file);
	}

	private latencyMs(): number {
		const { random, latencyMs = 60 } = this.settings;
		return latencyMs * (0.5 + random());
	}

	private isWithinQuota(): boolean {
		const nowMs = this.settings.clock.now();
		this.inWindow = this.inWindow.filter((at) => nowMs - at < 1_000);
		if (this.inWindow.length >= (this.settings.quotaPerSecond ?? Infinity)) return false;
		this.inWindow.push(nowMs);
		return true;
	}

	private work(file: number): ModelOutcome {
		const { clock, random, failureShare, failsAs = 'unavailable' } = this.settings;
		const isFailing = random() < (failureShare?.(clock.now()) ?? 0);
		// Half of the answers that get lost belong to work that was done, and billed.
		const isDone = !isFailing || (failsAs === 'unsure' && random() < 0.5);
		if (isDone) this.timesDone.set(file, (this.timesDone.get(file) ?? 0) + 1);
		return isFailing ? { kind: failsAs, reason: failsAs } : { kind: 'done', value: file };
	}
}
