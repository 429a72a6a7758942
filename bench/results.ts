import { cpus } from 'node:os';
import { markdownTable } from '../docs/tables/markdown';
import { barText, isMet, measuredText, type Figure } from './figure';

/** RESULTS.md: what the last whole run measured, missed bars included. */
export function resultsText(figures: readonly Figure[], minutes: number): string {
	const missed = figures.filter((figure) => !isMet(figure));
	const verdict =
		missed.length === 0
			? 'All bars are met.'
			: `Missed: ${missed.length} of ${figures.length} bars.`;
	const reasons = missed.flatMap(({ name, why }) =>
		why === undefined ? [] : [`- ${name}: ${why}`],
	);
	return `# Benchmark results

Written by \`npm run bench\`: ${cpus().length} cores, Node.js ${process.version}, ${minutes.toFixed(1)} minutes. Each figure stands against a baseline of the same run; the local OCR server runs in a process of its own with the stub recognizer. ${verdict}

${markdownTable(['what', 'seen', 'measured', 'bar', ''], figures.map(tableRow))}
${reasons.length === 0 ? '' : `\n${reasons.join('\n')}\n`}`;
}

function tableRow(figure: Figure): readonly string[] {
	const { name, value } = figure;
	const verdict = isMet(figure) ? 'met' : '**missed**';
	return [name, value, measuredText(figure), barText(figure), verdict];
}
