import type { Problem } from '../problem';

/** What can be wrong with an answer before anybody looks at what it says. */

const askAgain =
	'Run the file again. If it happens again, check the OCR Endpoint of the credential.';

function problem(code: string, message: string, hint: string, retryable: boolean): Problem {
	return { code, message, hint, retryable };
}

export function emptyAnswer(): Problem {
	return problem('ANSWER_EMPTY', 'The service sent an empty answer.', askAgain, true);
}

export function truncatedAnswer(bytes: number): Problem {
	const message = `The answer of the service breaks off in the middle of a page, after ${bytes} bytes.`;
	return problem('ANSWER_TRUNCATED', message, 'Run the file again: the connection broke.', true);
}

export function htmlAnswer(): Problem {
	return problem(
		'ANSWER_NOT_JSON',
		'The server answered with a web page (HTML) instead of JSON.',
		'Check the endpoints of the credential, and whether a proxy or a sign-in page stands between n8n and the service.',
		true,
	);
}

export function notJsonAnswer(page: number): Problem {
	return problem('ANSWER_NOT_JSON', `Part ${page} of the answer is not JSON.`, askAgain, true);
}

export function tooDeepAnswer(maxDepth: number): Problem {
	const message = `The answer is nested more than ${maxDepth} levels deep, which no answer of the service is.`;
	return problem('ANSWER_TOO_DEEP', message, 'Check the OCR Endpoint of the credential.', false);
}

export function tooLargeAnswer(what: string, measured: number, allowed: number): Problem {
	return problem(
		'ANSWER_TOO_LARGE',
		`The answer is too large: ${what} is ${measured}, at most ${allowed} are read.`,
		'Split the file into smaller ones, or check the OCR Endpoint of the credential.',
		false,
	);
}
