/**
 * How often a trial is repeated: a share of it in `npm test`, all of it where `TRIALS=all` asks for
 * the full fault run.
 */
export function trials(share: number, all: number): readonly number[] {
	const count = process.env.TRIALS === 'all' ? all : share;
	return Array.from({ length: count }, (_, index) => index + 1);
}
