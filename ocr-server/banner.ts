import type { OcrServer } from './server';

/** What a person needs to use the server. */
export function banner(server: OcrServer): string {
	return `Local OCR server on ${server.url} (this machine only; Ctrl-C ends it)

In n8n, credential "Yandex Vision OCR API":
  Authentication       API Key
  API Key              ${server.apiKey}
  OCR Endpoint         ${server.url}
  Operation Endpoint   ${server.url}
  IAM Endpoint         ${server.url}

Other ways to sign in:
  Folder ID            ${server.folderId}
  IAM token            ${server.issueIamToken()}
  OAuth token          ${server.oauthToken}

Try it:
  base64 < examples/printed-text.png | tr -d '\\n' |
    sed 's/.*/{"mimeType": "PNG", "languageCodes": ["*"], "model": "page", "content": "&"}/' |
    curl ${server.url}/ocr/v1/recognizeText --data-binary @- \\
      -H 'Content-Type: application/json' -H 'Authorization: Api-Key ${server.apiKey}'
`;
}

/** The same for a script, on one line. */
export async function bannerJson(server: OcrServer): Promise<string> {
	return JSON.stringify({
		url: server.url,
		apiKey: server.apiKey,
		noPermissionApiKey: server.noPermissionApiKey,
		otherApiKey: server.otherApiKey,
		folderId: server.folderId,
		oauthToken: server.oauthToken,
		iamToken: server.issueIamToken(),
		serviceAccountKey: await server.serviceAccountKey(),
	});
}
