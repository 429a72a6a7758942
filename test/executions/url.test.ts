import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));

const pages: Readonly<Record<string, RequestListener>> = {
	'/scan.png': (_request, response) => response.end(picture),
	'/%D1%81%D0%BA%D0%B0%D0%BD%201.png': (_request, response) => response.end(picture),
	'/50%.png': (_request, response) => response.end(picture),
	'/moved': (_request, response) => response.writeHead(302, { location: '/scan.png' }).end(),
	'/page.png': (_request, response) =>
		response.end('<!DOCTYPE html><html><body>Sign in</body></html>'),
	'/slow.png': (_request, response) => {
		const timer = setInterval(() => response.write('x'), 100);
		response.on('close', () => clearInterval(timer));
	},
	'/endless.png': (_request, response) => {
		const pour = (): void => {
			while (!response.destroyed && response.write(Buffer.alloc(65536)));
			if (!response.destroyed) response.once('drain', pour);
		};
		pour();
	},
};

let web: Server;
let address: string;
let server: OcrServer;

beforeAll(async () => {
	web = createServer((request, response) => {
		const page = pages[(request.url ?? '').split('?')[0] ?? ''];
		if (page === undefined) response.writeHead(404).end();
		else page(request, response);
	});
	await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
	server = await startOcrServer({
		stub: { wordsPerPage: 1, recordings: false },
		quotas: { sync: 1000 },
	});
});
afterAll(async () => {
	web.closeAllConnections();
	web.close();
	await server.close();
});

async function recognizeUrl(url: string, options: INodeParameters = {}) {
	return await recognizeLocally(server, {
		items: [{ json: {} }],
		parameters: { inputSource: 'url', url, output: 'document', options },
		onError: 'continueRegularOutput',
	});
}

test.each(['/scan.png?token=secret', '/moved'])('%s is downloaded and recognized', async (path) => {
	const execution = await recognizeUrl(address + path);

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ words: 1 });
	expect(JSON.stringify(execution.items(ocrNode))).not.toContain('secret');
});

test.each([
	['/%D1%81%D0%BA%D0%B0%D0%BD%201.png', 'скан 1.png'],
	['/50%.png', '50%.png'],
])('the file of %s is called %s', async (path, file) => {
	const execution = await recognizeUrl(address + path);

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ file, words: 1 });
});

test.each([
	['a missing file', '/nothing.png', 'DOWNLOAD_FAILED', /HTTP 404/],
	['a sign-in page', '/page.png', 'UNSUPPORTED_FILE_TYPE', /HTML/],
	['endless bytes', '/endless.png', 'FILE_TOO_LARGE', /10485760|10,485,760/],
])('%s is said in words', async (_what, path, code, message) => {
	const execution = await recognizeUrl(address + path);

	expect(errorsOf(execution)[0]).toMatchObject({ code, message: expect.stringMatching(message) });
});

test.each(['ftp://example.com/a.png', 'file:///etc/passwd', 'scan.png', ' '])(
	'%j is not an address that is downloaded',
	async (url) => {
		expect(errorsOf(await recognizeUrl(url))[0]).toMatchObject({ code: 'INVALID_URL' });
	},
);

test('a server that is not there is named', async () => {
	const execution = await recognizeUrl('http://127.0.0.1:9/a.png');

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'DOWNLOAD_FAILED',
		message: expect.stringContaining('ECONNREFUSED'),
	});
});

test('a server that sends a byte now and then does not hold the execution up', async () => {
	const execution = await recognizeUrl(`${address}/slow.png`, { requestTimeoutSeconds: 1 });

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'DOWNLOAD_FAILED',
		message: expect.stringMatching(/within 1 seconds; the download timed out/),
		retryable: true,
	});
});
