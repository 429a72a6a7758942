import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, isMet, type Figure } from './figure';
import { measureFairly } from './measureFairly';
import { resultsText } from './results';
import { rows } from './rows';

/**
 * `npm run bench`: all rows, or those whose title contains what is given, such as `npm run bench --
 * picture`; only a run of all rows writes RESULTS.md. Ends with 1 if a bar is missed.
 */
async function main(wanted: string | undefined): Promise<void> {
	const startedAtMs = performance.now();
	const figures: Figure[] = [];
	for (const row of rows.filter(({ title }) => wanted === undefined || title.includes(wanted))) {
		console.log(`\n${row.title}`);
		for (const figure of await measureFairly(row)) {
			figures.push(figure);
			console.log(`  ${describe(figure)}`);
		}
	}
	const minutes = (performance.now() - startedAtMs) / 60_000;
	console.log(`\n${figures.length} figures in ${minutes.toFixed(1)} minutes`);
	if (wanted === undefined) {
		writeFileSync(join(__dirname, 'RESULTS.md'), resultsText(figures, minutes));
	}
	if (!figures.every(isMet)) process.exitCode = 1;
}

void main(process.argv[2]);
