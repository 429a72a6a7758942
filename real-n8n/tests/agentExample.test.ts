import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { type ChatModel, chatModelCredential, startChatModel } from '../chatModel';
import type { WorkflowFile } from '../content';
import { execute } from '../storedRun';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';
import { root } from './freshInstance';

const EXAMPLE = 'agent-reads-files';

let chatModel: ChatModel;
let website: Server;
let n8n: ExamplesInstance;

beforeAll(async () => {
	chatModel = await startChatModel();
	website = await startWebsite(join(root, 'test/fixtures/images/bill.png'));
	n8n = await instanceWithExamples({
		names: [EXAMPLE],
		recognizer: 'tesseract',
		credentials: [chatModelCredential(chatModel)],
		adapt: asking,
	});
});

afterAll(async () => {
	website?.close();
	await chatModel?.close();
	await n8n?.remove();
});

/** A picture with an address. */
async function startWebsite(file: string): Promise<Server> {
	const picture = await readFile(file);
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

/** With an address of this machine in the question. */
function asking(workflow: WorkflowFile): WorkflowFile {
	const { port } = website.address() as AddressInfo;
	const nodes = JSON.stringify(workflow.nodes);
	const local = nodes.replaceAll('https://example.com/', `http://127.0.0.1:${port}/`);
	return { ...workflow, nodes: JSON.parse(local) as WorkflowFile['nodes'] };
}

test('agent-reads-files: the agent calls the node with the address and gets the words', async () => {
	const run = await execute(n8n, EXAMPLE);

	const [first, second] = chatModel.requests;
	const tools = first?.tools?.map(({ function: tool }) => tool) ?? [];
	expect(tools.map(({ name }) => name)).toEqual(['Read_a_File']);
	expect(tools.map(({ parameters }) => Object.keys(parameters.properties))).toEqual([['url']]);
	const heard = second?.messages.at(-1);
	expect(heard?.role).toBe('tool');
	expect(heard?.content).toMatch(/Clearing Cheque 4987/);
	expect(n8n.ocrServer.counts.billedPages).toBe(1);
	expect(run.json('AI Agent')).toEqual([{ output: `The file says: ${heard?.content ?? ''}` }]);
});
