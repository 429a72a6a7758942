import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Agent, request } from 'undici';

import type { OcrServerOptions } from '../../ocr-server/options';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';

export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
}

const FIXTURES = join(__dirname, '../fixtures/images');

export function picture(name: string): Buffer {
	return readFileSync(join(FIXTURES, name));
}

/** A server for one test, closed also when the test fails. */
export async function withServer(
	options: OcrServerOptions,
	test: (server: OcrServer) => Promise<void>,
): Promise<void> {
	const server = await startOcrServer(options);
	try {
		await test(server);
	} finally {
		await server.close();
	}
}

/** A new connection for each request, as n8n's helper makes it. */
export async function send(
	method: 'GET' | 'POST',
	url: string,
	headers: Readonly<Record<string, string>> = {},
	body: string | null = null,
): Promise<Reply> {
	const dispatcher = new Agent({ pipelining: 0 });
	try {
		const answer = await request(url, { method, headers, body, dispatcher, bodyTimeout: 2000 });
		return {
			status: answer.statusCode,
			headers: answer.headers,
			text: await answer.body.text(),
		};
	} finally {
		await dispatcher.destroy();
	}
}

export function apiKey(server: OcrServer): Readonly<Record<string, string>> {
	return { authorization: `Api-Key ${server.apiKey}`, 'content-type': 'application/json' };
}

export interface Document {
	readonly bytes: Buffer;
	readonly mimeType?: string;
	readonly model?: string;
	readonly languageCodes?: readonly string[];
}

export function body({ bytes, mimeType, model, languageCodes }: Document): string {
	return JSON.stringify({
		mimeType:
			mimeType ?? (bytes.subarray(0, 5).toString() === '%PDF-' ? 'application/pdf' : 'image'),
		languageCodes: languageCodes ?? ['*'],
		model: model ?? 'page',
		content: bytes.toString('base64'),
	});
}

/** Recognises at once. */
export async function recognizeText(server: OcrServer, document: Document): Promise<Reply> {
	return await send('POST', `${server.url}/ocr/v1/recognizeText`, apiKey(server), body(document));
}

/** Starts a recognition and resolves with the operation's ID. */
export async function submit(server: OcrServer, document: Document): Promise<string> {
	const url = `${server.url}/ocr/v1/recognizeTextAsync`;
	const reply = await send('POST', url, apiKey(server), body(document));
	return (JSON.parse(reply.text) as { readonly id: string }).id;
}

export async function state(server: OcrServer, id: string, headers = apiKey(server)) {
	return await send('GET', `${server.url}/operations/${id}`, headers);
}

export async function result(server: OcrServer, id: string, headers = apiKey(server)) {
	const query = `operationId=${encodeURIComponent(id)}`;
	return await send('GET', `${server.url}/ocr/v1/getRecognition?${query}`, headers);
}

/** Asks until the answer is there; the server's job time is what ends this. */
export async function resultWhenReady(server: OcrServer, id: string): Promise<Reply> {
	for (;;) {
		const reply = await result(server, id);
		if (reply.status !== 404) return reply;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

export interface Vertex {
	readonly x?: string;
	readonly y?: string;
}

export interface WireWord {
	readonly text: string;
	readonly entityIndex?: string;
	readonly boundingBox: { readonly vertices: readonly Vertex[] };
	readonly textSegments: ReadonlyArray<{ readonly startIndex?: string; readonly length: string }>;
}

export interface WirePage {
	readonly width: string;
	readonly height: string;
	readonly fullText?: string;
	readonly rotate?: string;
	readonly markdown?: string;
	readonly blocks?: ReadonlyArray<{
		readonly layoutType?: string;
		readonly lines: ReadonlyArray<{ readonly text: string; readonly words: readonly WireWord[] }>;
	}>;
	readonly entities?: ReadonlyArray<{ readonly name: string; readonly text: string }>;
	readonly pictures?: readonly unknown[];
	readonly tables?: ReadonlyArray<{
		readonly rowCount: string;
		readonly columnCount: string;
		readonly cells: ReadonlyArray<{
			readonly rowIndex?: string;
			readonly columnIndex?: string;
			readonly columnSpan: string;
			readonly rowSpan: string;
			readonly text?: string;
			readonly boundingBox: { readonly vertices: readonly Vertex[] };
		}>;
	}>;
}

/** The pages of JSON Lines in the usual form. */
export function pagesOf({ text }: Reply): WirePage[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const page = JSON.parse(line) as { readonly result: { readonly textAnnotation: WirePage } };
			return page.result.textAnnotation;
		});
}

export function wordsOf(page: WirePage | undefined): WireWord[] {
	return (page?.blocks ?? []).flatMap((block) => block.lines).flatMap((line) => line.words);
}

export function errorOf({ text }: Reply): { readonly code: number; readonly message: string } {
	const parsed = JSON.parse(text) as {
		readonly code?: number;
		readonly message?: string;
		readonly error?: { readonly grpcCode: number; readonly message: string };
	};
	return {
		code: parsed.error?.grpcCode ?? parsed.code ?? -1,
		message: parsed.error?.message ?? parsed.message ?? '',
	};
}
