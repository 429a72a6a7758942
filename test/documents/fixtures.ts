import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import expected from './fixtures/expected.json';

export interface Fixture {
	readonly name: string;
	readonly bytes: Buffer;
	/** The facts that have to be told, or what completes "It is …" of a file that is refused. */
	readonly expected: string | Readonly<Record<string, unknown>> | undefined;
}

const folder = join(__dirname, 'fixtures');
const expectations: Readonly<Record<string, Fixture['expected']>> = expected;

/** Every file in the folder but its descriptions. */
export const fixtures: readonly Fixture[] = readdirSync(folder)
	.filter((name) => !/\.(?:json|md)$/.test(name))
	.map((name) => ({
		name,
		bytes: readFileSync(join(folder, name)),
		expected: expectations[name],
	}));

export const readableFixtures = fixtures.filter((fixture) => typeof fixture.expected === 'object');
export const pictureFixtures = readableFixtures.filter(({ name }) => /\.(?:jpg|png)$/.test(name));

export function fixture(name: string): Buffer {
	const found = fixtures.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`There is no fixture ${name}`);
	return found.bytes;
}
