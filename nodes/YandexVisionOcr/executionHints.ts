import type { NodeExecutionHint } from 'n8n-workflow';
import type { Performed } from './outcome';

/** A hint names so many files; a folder of 500 signature logos needs no more. */
const MAX_NAMED = 10;

/** What a user should know of files that gave nothing: skipped ones, blank ones, missing ones. */
export function executionHints(performed: readonly Performed[]): NodeExecutionHint[] {
	const skipped: string[] = [];
	const remarks: string[] = [];
	for (const { place, outcome } of performed) {
		const name = place.file ?? `Item ${place.itemIndex + 1}`;
		if (outcome.kind === 'skipped') skipped.push(`${name}: ${withoutStop(outcome.reason)}`);
		if (outcome.kind === 'items') {
			for (const remark of outcome.remarks) remarks.push(`${name}: ${withoutStop(remark)}`);
		}
	}
	return [...hint('Skipped', skipped), ...hint('Please note', remarks)];
}

function hint(title: string, lines: readonly string[]): NodeExecutionHint[] {
	if (lines.length === 0) return [];
	const named = lines.slice(0, MAX_NAMED).join('; ');
	const more = lines.length > MAX_NAMED ? `; and ${lines.length - MAX_NAMED} more` : '';
	return [{ message: `${title}: ${named}${more}.`, type: 'info', location: 'outputPane' }];
}

function withoutStop(sentence: string): string {
	return sentence.replace(/\.$/, '');
}
