import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const runs = 9;
const aimedAtMs = 20;
/** Fails only far above the aim: machines that run checks are busy with other things. */
const maxMs = 80;

const measure = `
	require('n8n-workflow');
	const startedAt = performance.now();
	require(process.argv[1]);
	console.log(performance.now() - startedAt);
`;

/** What the node adds to n8n's start, n8n-workflow being there already. */
export function requireTime({ folder }) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const node = join(folder, n8n.nodes[0]);
	const timesMs = Array.from({ length: runs }, () => once(node, folder)).sort((a, b) => a - b);
	const medianMs = timesMs[Math.floor(runs / 2)];
	const report = `${medianMs.toFixed(1)} ms (median of ${runs}, aimed at: under ${aimedAtMs} ms)`;
	if (medianMs > maxMs) throw new Error(`Loading the node takes ${report}`);
	return report;
}

function once(node, cwd) {
	return Number(execFileSync(process.execPath, ['-e', measure, node], { cwd, encoding: 'utf8' }));
}
