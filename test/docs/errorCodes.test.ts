import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const documented = readFileSync(join(root, 'docs/items.md'), 'utf8');

/** `code: 'X'`, `problem('X', …)`, `refusal('X', …)` and members of a union of codes. */
const codeInSource = /(?:code: |problem\(\s*|refus(?:al|e)\(\s*|\|\s)'([A-Z]+(?:_[A-Z0-9]+)*)'/g;

const codes = new Set(
	readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => [...readFileSync(join(root, 'nodes', file), 'utf8').matchAll(codeInSource)])
		.map(([, code]) => code)
		.filter((code) => code !== 'GET' && code !== 'POST'),
);

test('there are codes to document', () => {
	expect(codes.size).toBeGreaterThan(40);
});

test.each([...codes])('the error code %s is in docs/items.md', (code) => {
	expect(documented).toContain(`\`${code}\``);
});
