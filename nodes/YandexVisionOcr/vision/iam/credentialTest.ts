import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';

/**
 * What the credential test says for an answer, by the gRPC code in its body; n8n shows the first
 * rule that matches and calls the rest a success. Code 3 (bad argument) *is* the success: the test
 * sends no picture.
 */
const messageByCode = new Map([
	[
		16,
		'Yandex Cloud does not know this key or token, or it has ended. Copy it again whole, or create a new one.',
	],
	[
		7,
		"The key is right, but its account may not use Vision OCR. Give the account the role ai.vision.user on the folder; an API key also needs the scope yc.ai.vision.execute. A user's token needs the Folder ID.",
	],
	[8, 'Yandex Cloud answered that too many requests were made. Wait a moment and test again.'],
	[14, 'Yandex Vision OCR is not available at the moment. Test again in a minute.'],
	[13, 'Yandex Vision OCR had an error of its own. Test again in a minute.'],
	[12, 'The OCR Endpoint does not offer text recognition. Check the address.'],
	[5, 'Nothing was found at the OCR Endpoint. Check the address.'],
	[4, 'Yandex Vision OCR did not answer in time. Test again in a minute.'],
]);

const notTheService =
	'The OCR Endpoint answered, but not as Yandex Vision OCR does. Check the address, and whether a proxy stands in between.';

/** The service has two shapes of errors, and a proxy's answer is a page (`<html>`) or empty. */
export const credentialTestRules: IAuthenticateRuleResponseSuccessBody[] = [
	...[...messageByCode].flatMap(([code, message]) => [
		rule('error.grpcCode', code, message),
		rule('code', code, message),
	]),
	rule('0', '<', notTheService),
	rule('length', 0, notTheService),
];

function rule(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}
