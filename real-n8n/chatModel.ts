import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Credential } from './content';

interface Message {
	readonly role: string;
	readonly content: string;
}

interface ChatRequest {
	readonly messages: readonly Message[];
	readonly tools?: ReadonlyArray<{ readonly function: ToolFunction }>;
}

interface ToolFunction {
	readonly name: string;
	readonly parameters: { readonly properties: Readonly<Record<string, unknown>> };
}

export interface ChatModel {
	/** Without a slash at its end. */
	readonly url: string;
	/** What it was asked, in the order of arrival. */
	readonly requests: readonly ChatRequest[];
	close(): Promise<void>;
}

/**
 * Speaks OpenAI's Chat Completions, as far as an agent needs it. It understands addresses only: it
 * hands the one in the question to the first tool, and answers with what the tool has said.
 */
export async function startChatModel(): Promise<ChatModel> {
	const requests: ChatRequest[] = [];
	const server = createServer((request, response) => {
		void answer(request, response, requests);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export function chatModelCredential({ url }: ChatModel): Credential {
	const data = { apiKey: 'local', url: `${url}/v1`, header: false };
	return { id: 'localChatModel', name: 'Local chat model', type: 'openAiApi', data };
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	requests: ChatRequest[],
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
		response.writeHead(404).end();
		return;
	}
	const asked = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
	requests.push(asked);
	const message = { role: 'assistant', ...nextStep(asked) };
	const choice = {
		index: 0,
		message,
		finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop',
	};
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	const whole = { id: 'local', object: 'chat.completion', created: 0, model: 'local', usage };
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ ...whole, choices: [choice] }));
}

function nextStep({ messages, tools = [] }: ChatRequest): object {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { content: `The file says: ${last.content}` };
	const [address] = last?.content.match(/https?:\/\/[^\s?]+/) ?? [];
	const [tool] = tools;
	if (address === undefined || tool === undefined) return { content: 'There is nothing to read.' };
	const { name, parameters } = tool.function;
	const field = Object.keys(parameters.properties)[0] ?? 'url';
	const call = { name, arguments: JSON.stringify({ [field]: address }) };
	return { content: null, tool_calls: [{ id: 'call-1', type: 'function', function: call }] };
}
