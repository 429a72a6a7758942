import { echo, redirect, status } from './answers';
import { blankLines, body, deepJson, empty, endless, gzipBomb, html, truncated } from './bodies';
import type { Exchange } from './exchange';
import type { Fault, FaultKind, FaultPhase } from './fault';
import { type ResultFaultKind, RESULT_FAULTS } from './results';
import { drip, reset, resetMidBody, silence, slow } from './sockets';

type Outcome = 'goOn' | void;

interface Row<Kind extends FaultKind> {
	/** When it strikes unless it says. */
	readonly when: FaultPhase;
	readonly strike: (
		exchange: Exchange,
		fault: Extract<Fault, { kind: Kind }>,
	) => Outcome | Promise<Outcome>;
}

/** The faults that act on the connection; those on the result are in results.ts. */
const ROWS: { readonly [Kind in Exclude<FaultKind, ResultFaultKind>]: Row<Kind> } = {
	status: { when: 'received', strike: status },
	redirect: { when: 'received', strike: redirect },
	echo: { when: 'received', strike: echo },
	reset: { when: 'received', strike: reset },
	resetMidBody: { when: 'answered', strike: resetMidBody },
	silence: { when: 'received', strike: silence },
	slow: { when: 'received', strike: slow },
	drip: { when: 'answered', strike: drip },
	truncated: { when: 'answered', strike: truncated },
	body: { when: 'answered', strike: body },
	empty: { when: 'answered', strike: empty },
	html: { when: 'answered', strike: html },
	gzipBomb: { when: 'received', strike: gzipBomb },
	endless: { when: 'received', strike: endless },
	blankLines: { when: 'received', strike: blankLines },
	deepJson: { when: 'received', strike: deepJson },
};

export const FAULT_KINDS: readonly string[] = [...Object.keys(ROWS), ...Object.keys(RESULT_FAULTS)];

/** The phase in which `fault` acts on the connection; none for a fault of the result. */
export function phaseOf(fault: Fault): FaultPhase | undefined {
	return fault.kind in ROWS
		? (fault.when ?? ROWS[fault.kind as keyof typeof ROWS].when)
		: undefined;
}

/** Lets `fault` act. `goOn`: the request is served as if nothing had been. */
export async function strike(exchange: Exchange, fault: Fault): Promise<Outcome> {
	const row = ROWS[fault.kind as keyof typeof ROWS] as Row<FaultKind>;
	return await row.strike(exchange, fault);
}
