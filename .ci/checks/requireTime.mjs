import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const runs = 9;
const aimedAtMs = 20;
/**
 * Of the time that n8n-workflow itself takes to load in the same process: both grow alike on a busy
 * machine. On an idle one, a tenth is about three times what is aimed at.
 */
const maxShare = 0.1;

const measure = `
	const startedAt = performance.now();
	require('n8n-workflow');
	const thenAt = performance.now();
	require(process.argv[1]);
	console.log(JSON.stringify([performance.now() - thenAt, thenAt - startedAt]));
`;

/** What the node adds to n8n's start, n8n-workflow being there already. */
export function requireTime({ folder }) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const node = join(folder, n8n.nodes[0]);
	const measured = Array.from({ length: runs }, () => once(node, folder));
	const medianMs = median(measured.map(([nodeMs]) => nodeMs));
	const share = median(measured.map(([nodeMs, workflowMs]) => nodeMs / workflowMs));
	const report =
		`${medianMs.toFixed(1)} ms, ${(share * 100).toFixed(1)} % of what n8n-workflow takes ` +
		`(medians of ${runs}; aimed at: under ${aimedAtMs} ms)`;
	if (share > maxShare) throw new Error(`Loading the node takes ${report}`);
	return report;
}

function once(node, cwd) {
	const options = { cwd, encoding: 'utf8' };
	return JSON.parse(execFileSync(process.execPath, ['-e', measure, node], options));
}

function median(values) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
