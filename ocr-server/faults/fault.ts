import type { Endpoint } from '../endpoint';
import type { AnswerFault } from './answers';
import type { BodyFault } from './bodies';
import type { ResultFault } from './results';
import type { SocketFault } from './sockets';

/**
 * When a fault strikes: before the body is read; when it is read but nothing is done with it; or
 * when all is done (recognised, billed) and only the answer gets lost.
 */
export type FaultPhase = 'arrival' | 'received' | 'answered';

/** Which requests a fault strikes. Left out means all. Counting starts when the fault is added. */
export interface FaultMatch {
	readonly on?: Endpoint | readonly Endpoint[];
	/** The first, second, … matching request, counted from 1. */
	readonly nth?: number | readonly number[];
	/** Every second, third, … matching request. */
	readonly every?: number;
	/** 0 to 1, drawn from the server's seed. */
	readonly probability?: number;
	/** Strikes so often, then no more. */
	readonly times?: number;
	/** Milliseconds after it was added before it begins, and how long it goes on then. */
	readonly afterMs?: number;
	readonly lastsMs?: number;
	readonly when?: FaultPhase;
}

export type FaultAction = AnswerFault | BodyFault | SocketFault | ResultFault;

export type Fault = FaultMatch & FaultAction;

export type FaultKind = FaultAction['kind'];
