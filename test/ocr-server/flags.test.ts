import { startOcrServer } from '../../ocr-server/server';
import { parseFlags } from '../../ocr-server/flags';
import { send } from './client';

test("speaks of the service's own quotas unless told otherwise", () => {
	const { options } = parseFlags(['--sync-quota', '5', '--port', '0']);
	expect(options).toMatchObject({
		port: 0,
		recognizer: 'tesseract',
		quotas: { sync: 5, submit: 10, state: 50, result: 50 },
	});
});

test('reads faults from flags', () => {
	const { options } = parseFlags([
		...['--fault', '429,on=sync,nth=2,retryAfter=3'],
		...['--fault', 'pagesFailed,pages=1;4,on=result'],
		...['--fault', 'redirect,location=http://127.0.0.1:9/?a=b'],
	]);
	expect(options.faults).toEqual([
		{ kind: 'status', status: 429, on: 'sync', nth: 2, retryAfter: '3' },
		{ kind: 'pagesFailed', pages: [1, 4], on: 'result' },
		{ kind: 'redirect', location: 'http://127.0.0.1:9/?a=b' },
	]);
});

test.each([
	[['--recognizer', 'magic'], /tesseract or stub/],
	[['--sync-quota', '0'], /above 0/],
	[['--job-seconds', 'x'], /number/],
	[['--fault', 'nonsense'], /there are: status/],
	[['--fault', '500,on=nowhere'], /there are: sync/],
	[['--what'], /--what/],
])('refuses %j', (args, message) => {
	expect(() => parseFlags(args)).toThrow(message);
});

test('a second server on the same port is refused, one on a free port is not', async () => {
	const first = await startOcrServer();
	const second = await startOcrServer();
	await expect(startOcrServer({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	expect(second.port).not.toBe(first.port);
	await Promise.all([first.close(), second.close()]);
});

test("faults are set, listed and cleared over HTTP, from this machine's programs only", async () => {
	const server = await startOcrServer();
	const url = `${server.url}/__admin/faults`;
	const set = await send('POST', url, {}, '{"kind": "status", "status": 503}');
	const refused = await send('POST', url, {}, '{"kind": "nonsense"}');
	const browser = await send('POST', url, { origin: 'http://example.org' }, '{"kind": "empty"}');
	const rebound = await send('GET', url, { host: 'example.org' });
	const list = await send('GET', url);
	await server.close();
	expect([set, refused, browser, rebound].map((reply) => reply.status)).toEqual([
		200, 400, 403, 403,
	]);
	expect(JSON.parse(list.text)).toEqual([
		{ id: 1, fault: { kind: 'status', status: 503 }, struck: 0 },
	]);
});
