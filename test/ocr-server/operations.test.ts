import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { NOT_READY } from '../../ocr-server/limits';
import { Operations } from '../../ocr-server/operations';
import {
	apiKey,
	body,
	errorOf,
	pagesOf,
	picture,
	recognizeText,
	result,
	resultWhenReady,
	send,
	state,
	submit,
	withServer,
	wordsOf,
} from './client';

const owner = { id: 'aje', kind: 'serviceAccount', folderId: 'b1g', permitted: true } as const;

async function underTest(work: Promise<readonly string[]>) {
	let now = 0;
	const times = { jobMs: 1000, notReadyMs: 100, keptMs: 5000 };
	const operations = new Operations(times, () => now);
	const operation = operations.submit(owner, work);
	await work.catch(() => undefined);
	return { operations, operation, goTo: (time: number) => (now = time) };
}

test('is running, then done, then ready, then forgotten', async () => {
	const { operations, operation, goTo } = await underTest(Promise.resolve(['a', 'b']));
	goTo(999);
	expect(operations.isDone(operation)).toBe(false);
	goTo(1000);
	expect(operations.isDone(operation)).toBe(true);
	expect(() => operations.result(operation)).toThrow(NOT_READY);
	goTo(1100);
	expect(operations.result(operation)).toEqual(['a', 'b']);
	goTo(5999);
	expect(operations.find(operation.id, owner)).toBe(operation);
	goTo(6000);
	expect(() => operations.find(operation.id, owner)).toThrow('not found');
});

test('shows an operation to its owner only', async () => {
	const { operations, operation } = await underTest(Promise.resolve([]));
	expect(() => operations.find(operation.id, { ...owner, id: 'other' })).toThrow('Permission');
});

test('a cancelled operation is done at once, with the error of a cancelled one', async () => {
	const { operations, operation, goTo } = await underTest(Promise.resolve(['a']));
	operations.cancel(operation);
	expect(operations.isDone(operation)).toBe(true);
	expect(operation.error).toMatchObject({ grpcCode: 1 });
	goTo(1100);
	expect(() => operations.result(operation)).toThrow('cancelled');
});

describe('over HTTP', () => {
	let server: OcrServer;

	beforeAll(async () => {
		server = await startOcrServer({
			quotas: { submit: 1000, state: 1000, result: 1000 },
			jobSeconds: 0.05,
			notReadySeconds: 0.02,
		});
	});

	afterAll(async () => await server.close());

	test('recognises twelve pages, each with its number and its own words', async () => {
		const id = await submit(server, { bytes: picture('scanned-12-pages.pdf') });
		const reply = await resultWhenReady(server, id);
		const pages = pagesOf(reply);
		expect(pages.map((page) => page.fullText)).toEqual(
			Array.from({ length: 12 }, (_, page) => expect.stringContaining(`Page ${page + 1} of`)),
		);
		const numbers = reply.text
			.trim()
			.split('\n')
			.map((line) => lineOf(line).result.page);
		expect(numbers).toEqual([undefined, ...Array.from({ length: 11 }, (_, page) => `${page + 1}`)]);
		const done = JSON.parse((await state(server, id)).text) as object;
		expect(done).toMatchObject({ done: true, response: {} });
	});

	test('knows no other operation, and none of another account', async () => {
		const id = await submit(server, { bytes: picture('blank.png') });
		const other = { authorization: `Api-Key ${server.otherApiKey}` };
		const replies = [await state(server, 'fbvnone'), await result(server, id, other)];
		expect(replies.map((reply) => reply.status)).toEqual([404, 403]);
		expect(errorOf(replies[0] ?? fail('no reply')).message).not.toBe(NOT_READY);
	});
});

test('is not ready while it runs, and can be cancelled', async () => {
	await withServer({ jobSeconds: 3600, notReadySeconds: 0 }, async (server) => {
		const id = await submit(server, { bytes: picture('blank.png') });
		expect(JSON.parse((await state(server, id)).text)).toMatchObject({ id, done: false });
		expect(errorOf(await result(server, id))).toEqual({ code: 5, message: NOT_READY });
		const reply = await send('POST', `${server.url}/operations/${id}:cancel`, apiKey(server));
		expect(JSON.parse(reply.text)).toMatchObject({ id, done: true, error: { code: 1 } });
		expect((await result(server, id)).status).toBe(499);
	});
});

test('offers the forms in which the service is known to answer', async () => {
	const options = {
		jobSeconds: 0,
		notReadySeconds: 0,
		answers: { shuffled: true, wrappedOperation: true, omitPageZero: 'never', blankLines: true },
	} as const;
	await withServer(options, async (server) => {
		const url = `${server.url}/ocr/v1/recognizeTextAsync`;
		const request = body({ bytes: picture('scanned-12-pages.pdf') });
		const submitted = await send('POST', url, apiKey(server), request);
		const { operation } = JSON.parse(submitted.text) as { operation: { id: string } };
		const reply = await resultWhenReady(server, operation.id);
		const lines = reply.text.split('\n').filter((line) => line !== '');
		const numbers = lines.map((line) => Number(lineOf(line).result.page));
		expect(reply.text).toContain('\n\n');
		expect(numbers).not.toEqual([...numbers].sort((first, second) => first - second));
		expect(new Set(numbers).size).toBe(12);
	});
});

test('spells answers in snake_case and over many lines if asked to', async () => {
	const answers = { snakeCase: true, pretty: true, wrapped: false };
	await withServer({ answers }, async (server) => {
		const { text } = await recognizeText(server, { bytes: picture('plate.png') });
		expect(text).toMatch(/^\{\n/);
		expect(JSON.parse(text)).toMatchObject({ text_annotation: { width: '640' }, page: '0' });
		expect(text.replaceAll(/\s/g, '')).toContain(
			'"alternatives":[{"text":"Parkingleveltwo","words":[',
		);
	});
});

test.each(['codePoint', 'utf16'] as const)('places words in the text by %s', async (unit) => {
	const options = {
		stub: { vocabulary: ['🙂𝔘', 'é'], recordings: false },
		answers: { textSegmentUnit: unit, omitZeros: false },
	};
	await withServer(options, async (server) => {
		const [page] = pagesOf(await recognizeText(server, { bytes: picture('plate.png') }));
		const text = page?.fullText ?? '';
		const units = unit === 'utf16' ? text.split('') : [...text];
		for (const word of wordsOf(page)) {
			const [segment] = word.textSegments;
			const start = Number(segment?.startIndex);
			expect(units.slice(start, start + Number(segment?.length)).join('')).toBe(word.text);
		}
		expect(wordsOf(page).length).toBeGreaterThan(0);
	});
});

function lineOf(line: string) {
	return JSON.parse(line) as { readonly result: { readonly page?: string } };
}

function fail(message: string): never {
	throw new Error(message);
}
