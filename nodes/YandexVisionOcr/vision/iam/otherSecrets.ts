/** What people paste in place of a service account's authorized key, and how to tell. */
interface OtherSecret {
	readonly name: string;
	readonly advice: string;
}

const texts: ReadonlyArray<readonly [RegExp, OtherSecret]> = [
	[
		/^(?:Api-Key\s+)?AQVN/,
		{ name: 'an API key', advice: 'Set Authentication to API Key and paste it there.' },
	],
	[
		/^(?:Bearer\s+)?t1\./,
		{ name: 'an IAM token', advice: 'Set Authentication to IAM Token and paste it there.' },
	],
	[
		/^(?:OAuth\s+)?y[0-3]_/,
		{ name: 'an OAuth token', advice: 'Set Authentication to OAuth Token and paste it there.' },
	],
	[
		/^(?:PLEASE DO NOT REMOVE|-----BEGIN)/,
		{
			name: 'only the PEM text of a key',
			advice: 'Paste the whole JSON file: it also holds the IDs of the key and its account.',
		},
	],
];

const createOne =
	'Create an authorized key of the service account and paste the JSON file that is offered then.';

const objects: ReadonlyArray<readonly [readonly string[], OtherSecret]> = [
	[
		['api_key', 'apiKey'],
		{
			name: "an API key's JSON",
			advice: 'Set Authentication to API Key and paste its "secret" there.',
		},
	],
	[['access_key', 'accessKey'], { name: "a static access key's JSON", advice: createOne }],
	[
		['iam_token', 'iamToken'],
		{ name: "an IAM token's JSON", advice: 'Set Authentication to IAM Token and paste it there.' },
	],
	[
		['client_email', 'client_x509_cert_url'],
		{ name: 'a key of Google Cloud, not of Yandex Cloud', advice: createOne },
	],
	[
		['client_id', 'client_secret', 'installed', 'web'],
		{ name: "an OAuth client's JSON", advice: createOne },
	],
	[
		['user_account_id', 'userAccountId'],
		{ name: "a user's authorized key, not a service account's", advice: createOne },
	],
];

export function otherSecretInText(pasted: string): OtherSecret | undefined {
	return texts.find(([pattern]) => pattern.test(pasted.trim()))?.[1];
}

export function otherSecretInObject(
	object: Readonly<Record<string, unknown>>,
): OtherSecret | undefined {
	return objects.find(([fields]) => fields.some((field) => Object.hasOwn(object, field)))?.[1];
}
