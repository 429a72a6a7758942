import { failed, ok, type Problem, type Result } from '../problem';
import {
	COMPANION_CODES,
	DETECT_LANGUAGE,
	LANGUAGES,
	LATIN_CYRILLIC_LANGUAGES,
	SINGLE_LANGUAGES,
} from './languages';
import { findModel, MAX_MODEL_LENGTH, type Model } from './models';

const names = new Map(LANGUAGES.map(({ code, name }) => [code, name]));
const singleCodes = new Set(SINGLE_LANGUAGES.map(({ code }) => code));
const mixableCodes = new Set(LATIN_CYRILLIC_LANGUAGES.map(({ code }) => code));

/**
 * Refuses what the service would refuse, before a file is sent, with the reason. Models and languages
 * that are newer than our tables pass through: the service decides.
 *
 * @returns the language codes to send; detection where none was chosen and the model detects.
 */
export function checkLanguages(
	modelId: string,
	chosen: readonly string[],
): Result<readonly string[]> {
	if (modelId === '' || modelId.length > MAX_MODEL_LENGTH) {
		return failed(badModelName(modelId));
	}
	const model = findModel(modelId);
	const codes = [...new Set(chosen.map((code) => code.trim()).filter((code) => code !== ''))];
	if (codes.length === 0) {
		return model?.detectsLanguage === false
			? failed(detectionRefused(model))
			: ok([DETECT_LANGUAGE]);
	}
	const problem = codes.includes(DETECT_LANGUAGE)
		? detectionProblem(model, codes)
		: (modelProblem(model, codes) ?? mixtureProblem(codes));
	return problem === undefined ? ok(codes) : failed(problem);
}

function detectionProblem(model: Model | undefined, codes: readonly string[]): Problem | undefined {
	if (model?.detectsLanguage === false) return detectionRefused(model);
	if (codes.length === 1) return undefined;
	return languageProblem(
		'Languages holds both “Detect Automatically” and named languages.',
		'Choose either “Detect Automatically” alone, or only named languages.',
	);
}

function detectionRefused(model: Model): Problem {
	return languageProblem(
		`The model “${model.title}” does not detect the language.`,
		`Name the languages in Languages: ${(model.languages ?? []).map(nameOf).join(', ')}.`,
	);
}

function modelProblem(model: Model | undefined, codes: readonly string[]): Problem | undefined {
	const taken = model?.languages;
	if (model === undefined || taken === undefined) return undefined;
	const refused = codes.filter((code) => names.has(code) && !taken.includes(code));
	if (refused.length === 0) return undefined;
	return languageProblem(
		`The model “${model.title}” does not read ${refused.map(nameOf).join(', ')}.`,
		`Choose among ${taken.map(nameOf).join(', ')}, or another model.`,
	);
}

/** One language model serves one request: a language with its own model goes with ru and en only. */
function mixtureProblem(codes: readonly string[]): Problem | undefined {
	const single = codes.filter((code) => singleCodes.has(code));
	const [first] = single;
	if (first === undefined) return undefined;
	const others = codes.filter(
		(code) =>
			code !== first &&
			(singleCodes.has(code) || (mixableCodes.has(code) && !COMPANION_CODES.includes(code))),
	);
	if (others.length === 0) return undefined;
	return languageProblem(
		`${nameOf(first)} can't be read together with ${others.map(nameOf).join(', ')}.`,
		`Choose ${nameOf(first)} with at most ${COMPANION_CODES.map(nameOf).join(' and ')} beside it, or use one node for each language.`,
	);
}

function badModelName(modelId: string): Problem {
	return {
		code: 'INVALID_MODEL',
		message:
			modelId === ''
				? 'No model is chosen.'
				: `The model's name has ${modelId.length} characters; the service takes at most ${MAX_MODEL_LENGTH}.`,
		hint: 'Choose a model from the list, or check the expression in Model.',
		retryable: false,
	};
}

function languageProblem(message: string, hint: string): Problem {
	return { code: 'INVALID_LANGUAGES', message, hint, retryable: false };
}

function nameOf(code: string): string {
	return names.get(code) ?? code;
}
