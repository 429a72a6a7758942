import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sections, withSection } from './sections';

/** `npm run docs`: writes the tables that derive from the code. */
for (const { file, name, table } of sections) {
	const path = join(__dirname, '../..', file);
	writeFileSync(path, withSection(readFileSync(path, 'utf8'), name, table()));
	console.log(`${file}: ${name}`);
}
