import { failed, type Problem, type Result } from '../problem';

/** Why a file or a setting that chooses files cannot be used; stable, workflows branch on them. */
export type RefusalCode =
	| 'BINARY_FIELD_MISSING'
	| 'EMPTY_FILE'
	| 'FILE_DAMAGED'
	| 'FILE_TOO_LARGE'
	| 'FILE_TRUNCATED'
	| 'IMAGE_TOO_LARGE'
	| 'INVALID_BASE64'
	| 'TOO_MANY_PAGES'
	| 'UNSUPPORTED_FILE_TYPE';

/** Sending the same file again cannot help: what is refused here is in the file or the settings. */
export function refusal(code: RefusalCode, message: string, hint: string): Problem {
	return { code, message, hint, retryable: false };
}

export function refuse(code: RefusalCode, message: string, hint: string): Result<never> {
	return failed(refusal(code, message, hint));
}
