import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { sections, withSection } from '../../docs/tables/sections';
import { properties } from '../../nodes/YandexVisionOcr/description/properties';
import { DEFAULT_OPTIONS } from '../../nodes/YandexVisionOcr/options';

const root = join(__dirname, '../..');

test.each(sections)('the table “$name” in $file is what the code says', ({ file, name, table }) => {
	const text = readFileSync(join(root, file), 'utf8');

	expect(withSection(text, name, table())).toBe(text);
});

const shown = new Map<string, INodeProperties>(
	properties
		.filter(({ type }) => type === 'collection')
		.flatMap(({ options = [] }) => options as INodeProperties[])
		.map((option) => [option.name, option]),
);

test.each(Object.entries(DEFAULT_OPTIONS))(
	'the option %s has the default that the editor shows',
	(name, value) => {
		const given: unknown = shown.get(name)?.default;
		const texts = Array.isArray(value) && typeof given === 'string' ? value.join(', ') : value;

		expect(given).toEqual(name === 'region' ? {} : texts);
	},
);

test('the editor shows no option that nothing reads', () => {
	expect([...shown.keys()].sort()).toEqual(Object.keys(DEFAULT_OPTIONS).sort());
});
