/** @jest-environment ./test/support/jest/ssrfEnvironment.js */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { ocrNode } from '../support/engine/recognize';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));

let web: Server;
let address: string;
let server: OcrServer;

beforeAll(async () => {
	web = createServer((request, response) => {
		const target = new URL(request.url ?? '', address).searchParams.get('to');
		if (target === null) response.end(picture);
		else response.writeHead(302, { location: target }).end();
	});
	await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
	server = await startOcrServer({ stub: { wordsPerPage: 1, recordings: false } });
});
afterAll(async () => {
	web.close();
	await server.close();
});

async function recognizeUrl(url: string) {
	return await recognizeLocally(server, {
		items: [{ json: {} }],
		parameters: { inputSource: 'url', url, output: 'document' },
		onError: 'continueRegularOutput',
	});
}

const redirectTo = (target: string) => `${address}/moved?to=${encodeURIComponent(target)}`;

test('an address that is allowed is downloaded, also behind a redirect', async () => {
	const execution = await recognizeUrl(redirectTo(`${address}/scan.png`));

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ words: 1 });
});

test.each([
	['http://169.254.169.254/latest/meta-data', (target: string) => target],
	['http://10.0.0.1/scan.png', redirectTo],
	['http://127.0.0.2/scan.png', redirectTo],
	['http://[::1]/scan.png', redirectTo],
])('%s is refused with what to do', async (target, reach) => {
	const url = reach(target);

	expect(errorsOf(await recognizeUrl(url))[0]).toMatchObject({
		code: 'DOWNLOAD_FAILED',
		message: expect.stringContaining(
			`SSRF protection refuses the address: ${new URL(url).host} is in a private network, or leads there.`,
		),
		hint: expect.stringContaining('N8N_SSRF_ALLOWED_HOSTNAMES'),
		retryable: false,
	});
});

test('an endpoint in a private network is refused with what to do', async () => {
	const execution = await recognizeLocally(
		{ url: 'http://127.0.0.2:8620', apiKey: server.apiKey },
		{ items: [itemWith({ data: ['scan.png', picture] })], onError: 'continueRegularOutput' },
	);

	expect(errorsOf(execution)[0]).toMatchObject({
		message: expect.stringContaining('SSRF'),
		hint: expect.stringContaining('SSRF settings'),
		retryable: false,
	});
});
