import { fieldValue, isoDate } from '../../nodes/YandexVisionOcr/items/fieldValue';
import type { Entity } from '../../nodes/YandexVisionOcr/pages/page';
import { firstPageOf } from '../support/answers';
import { collect, collectPages } from './collect';

const output = 'entity';

test('a template is one flat item with a field for each entity and dates also as ISO', () => {
	expect(collect('passport.jsonl', { output }).items).toEqual([
		{
			file: 'sign.jpg',
			page: 1,
			surname: 'Иванов',
			name: 'Иван',
			middle_name: null,
			gender: 'муж',
			citizenship: 'рус',
			birth_date: '12.04.1961',
			birth_date_iso: '1961-04-12',
			birth_place: 'гор. Москва',
			number: '4512 345678',
			issued_by: 'ОВД',
			issue_date: '31.02.2010',
			subdivision: '770-001',
			expiration_date: null,
		},
	]);
});

test('in full the entities are also a list, as printed', () => {
	const [item] = collect('passport.jsonl', { output, simplify: false }).items;
	expect(item).toMatchObject({ model: 'page', surname: 'Иванов' });
	expect((item?.entities as object[]).slice(2, 6)).toEqual([
		{ name: 'middle_name', text: '-', value: null, page: 1 },
		{ name: 'gender', text: 'муж', value: 'муж', page: 1 },
		{ name: 'citizenship', text: 'рус', value: 'рус', page: 1 },
		{ name: 'birth_date', text: '12.04.1961', value: '12.04.1961', iso: '1961-04-12', page: 1 },
	]);
});

const pageWith = (number: number, entities: readonly Entity[]) => ({
	...firstPageOf('empty-page.jsonl'),
	...{ number, entities },
});

test('a second page fills what is missing and never overwrites what is there', () => {
	const pages = [
		pageWith(1, [
			{ name: 'number', text: '1' },
			{ name: 'gender', text: '-' },
		]),
		pageWith(2, [
			{ name: 'number', text: '2' },
			{ name: 'number', text: '1' },
			{ name: 'gender', text: 'F' },
		]),
		pageWith(3, [{ name: 'gender', text: '-' }]),
	];
	expect(collectPages(pages, { output }).items).toEqual([
		{ file: 'sign.jpg', number: '1', number_2: '2', gender: 'F' },
	]);
});

test('names of the item itself and names that reach into objects are not taken', () => {
	const entities = ['file', '__proto__', 'constructor', ''].map((name) => ({ name, text: 'x' }));
	expect(collectPages([pageWith(1, entities)], { output }).items).toEqual([
		{
			file: 'sign.jpg',
			page: 1,
			field_file: 'x',
			field___proto__: 'x',
			field_constructor: 'x',
			field_: 'x',
		},
	]);
});

test.each([
	['12.04.1961', '1961-04-12'],
	[' 29.02.2024 ', '2024-02-29'],
	['29.02.2023', undefined],
	['31.04.2020', undefined],
	['1.4.1961', undefined],
	['1961', undefined],
	['00.00.0000', undefined],
])('the date %j is %j', (text, iso) => {
	expect(isoDate(text)).toBe(iso);
});

test.each([
	['-', null],
	[' - ', null],
	['', null],
	['--', '--'],
	['Иванов ', 'Иванов '],
])('the value %j is %j', (text, value) => {
	expect(fieldValue(text)).toBe(value);
});
