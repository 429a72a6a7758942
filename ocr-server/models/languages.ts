import { MAX_LANGUAGES } from '../limits';
import { invalidArgument } from '../serviceError';
import type { Model } from './models';

const LATIN_CYRILLIC = new Set(
	(
		'az ba be bg bs cs cv da de en es et fi fr hu id it kk ky lt lv mt nl no pl pt ro ru sah sk ' +
		'sl sr sv tg tr tt uz'
	).split(' '),
);
const ONE_AT_A_TIME = new Set('ar el he hy ja ka ko th vi zh'.split(' '));
const DETECT = '*';

/** Throws a ServiceError when the model does not take these languages, or no model takes them together. */
export function checkLanguages(name: string, model: Model, codes: readonly string[]): void {
	if (codes.length > MAX_LANGUAGES) {
		throw invalidArgument(
			`wrong number of languages: ${codes.length}, allowed at most ${MAX_LANGUAGES}`,
		);
	}
	if (model.namedLanguages !== undefined) checkNamed(name, model.namedLanguages, codes);
	if (codes.includes(DETECT)) {
		if (codes.length > 1) throw invalidArgument('wrong number of languages: * stands alone');
		return;
	}
	for (const code of codes) {
		if (!LATIN_CYRILLIC.has(code) && !ONE_AT_A_TIME.has(code)) {
			throw invalidArgument(`language code ${JSON.stringify(code)} is not supported`);
		}
	}
	checkTogether(codes);
}

function checkNamed(name: string, allowed: readonly string[], codes: readonly string[]): void {
	if (codes.length === 0 || codes.some((code) => !allowed.includes(code))) {
		throw invalidArgument(
			`model ${name} takes the languages ${allowed.join(', ')}, got ${JSON.stringify(codes)}`,
		);
	}
}

function checkTogether(codes: readonly string[]): void {
	const single = codes.filter((code) => ONE_AT_A_TIME.has(code));
	const others = codes.filter((code) => !ONE_AT_A_TIME.has(code) && code !== 'ru' && code !== 'en');
	if (single.length > 1 || (single.length === 1 && others.length > 0)) {
		throw invalidArgument(`languages ${codes.join(', ')} have no common language model`);
	}
}
