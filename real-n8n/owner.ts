/** Who signs in. The account exists in one user folder of this machine only. */
export const OWNER = {
	email: 'you@n8n.local',
	firstName: 'Local',
	lastName: 'Owner',
	password: 'Try-n8n-1',
} as const;

/** A signed-in connection to n8n's own interface, the one that its editor uses. */
export interface Session {
	/** Resolves with the `data` of the answer. Rejects with what n8n says if it refuses. */
	call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown>;
}

/** Makes the owner's account if there is none yet, and signs in. */
export async function signIn(url: string): Promise<Session> {
	const { email, password } = OWNER;
	const made = await send(url, 'POST', '/rest/owner/setup', OWNER);
	const signedIn = made.ok
		? made
		: await send(url, 'POST', '/rest/login', { emailOrLdapLoginId: email, password });
	if (!signedIn.ok) throw new Error(`Signing in to n8n failed: ${await signedIn.text()}`);
	const cookie = signedIn.headers.getSetCookie().map((text) => text.split(';')[0]);
	return {
		call: async (method, path, body) => {
			const response = await send(url, method, path, body, { cookie: cookie.join('; ') });
			const text = await response.text();
			if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
			return (JSON.parse(text) as { readonly data?: unknown }).data;
		},
	};
}

async function send(
	url: string,
	method: string,
	path: string,
	body?: object,
	headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
	const json = { ...headers, 'content-type': 'application/json' };
	const content = body === undefined ? {} : { body: JSON.stringify(body) };
	return await fetch(url + path, { method, headers: json, ...content });
}
