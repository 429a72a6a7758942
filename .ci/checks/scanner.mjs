import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packed.mjs';

const sourcePatterns = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];

/** The scanner that decides on n8n's verification passes on the sources and on what is published. */
export async function scanner({ folder, files }) {
	expectPassed('the sources', await analyzePackage(root, sourcePatterns));
	expectPassed('the packed package', await analyzePackage(folder));
	await expectRefusal(folder, files);
	return 'passed on the sources and on the packed package';
}

function expectPassed(what, { passed, message, details }) {
	// With nothing to look at it passes too, but then has a message.
	if (passed && message === undefined) return;
	throw new Error(`n8n's scanner on ${what}: ${message}\n${details ?? ''}`);
}

/** A scanner that finds nothing wrong proves something only if it finds what is wrong. */
async function expectRefusal(folder, files) {
	const spoilt = `${folder}-spoilt`;
	cpSync(folder, spoilt, { recursive: true });
	const node = files.find((path) => path.endsWith('.node.js'));
	appendFileSync(join(spoilt, node), '\nsetTimeout(() => process.exit(), 1);\n');
	const { passed } = await analyzePackage(spoilt);
	if (passed) throw new Error('The scanner did not notice a forbidden global: it saw nothing');
}
