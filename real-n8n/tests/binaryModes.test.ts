import { join } from 'node:path';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { chain, type WorkflowJson } from '../../test/support/engine/workflowJson';
import { importCredentials, importWorkflows } from '../content';
import { withSettings } from '../instance';
import { localOcrCredential } from '../localOcrCredential';
import { execute } from '../storedRun';
import { type FreshInstance, freshInstance, root } from './freshInstance';
import { manualStart, mergeByPosition, OCR, ocr, readFiles } from './nodes';

/** An e-mail's three attachments in one item: a scanned bill, the signature's logo, a Word letter. */
const attachments = [
	'test/fixtures/images/bill.png',
	'test/fixtures/images/logo.png',
	'test/documents/fixtures/minimal.docx',
];

function emailWorkflow(): WorkflowJson {
	const reads = attachments.map((path, index) =>
		readFiles(`Attachment ${index}`, join(root, path), `attachment_${index}`),
	);
	const start = manualStart();
	const email = mergeByPosition('E-mail', reads.length);
	const options = { minPixels: 50_000 };
	const words = ocr({ binaryPropertyName: 'attachment_*', options });
	const to = (node: string, index = 0) => ({ node, type: 'main' as const, index });
	const toEmail = reads.map(({ name }, index) => [name, { main: [[to(email.name, index)]] }]);
	return {
		nodes: [start, ...reads, email, words],
		connections: {
			[start.name]: { main: [reads.map(({ name }) => to(name))] },
			...Object.fromEntries(toEmail),
			[email.name]: { main: [[to(words.name)]] },
		},
	};
}

/** Files lie in the JSON of an item, under `_files`: a setting of the workflow. */
function combinedWorkflow(): WorkflowJson {
	const start = manualStart();
	const read = readFiles('Scan', join(root, 'test/fixtures/images/bill.png'));
	const words = ocr({ output: 'document', options: { keepBinary: true } });
	return { ...chain(start, read, words), settings: { binaryMode: 'combined' } };
}

let server: OcrServer;
let n8n: FreshInstance;

beforeAll(async () => {
	server = await startOcrServer();
	n8n = await freshInstance();
	await importCredentials(n8n, [localOcrCredential(server)]);
	await importWorkflows(n8n, [
		{ id: 'email', name: 'E-mail', ...emailWorkflow() },
		{ id: 'combined', name: 'Combined', ...combinedWorkflow() },
	]);
});

afterAll(async () => {
	await server.close();
	await n8n.remove();
});

test.each(['default', 'filesystem', 'database'])(
	'of an e-mail’s attachments the scan is read, the others are named (binary mode %s)',
	async (mode) => {
		const run = await execute(withSettings(n8n, { N8N_DEFAULT_BINARY_DATA_MODE: mode }), 'email');
		const [email] = run.items('E-mail');
		expect(Object.keys(email?.binary ?? {})).toHaveLength(attachments.length);
		expect(email?.binary?.attachment_0?.id).toEqual(storedIn(mode));
		const words = run.items(OCR);
		expect(words.length).toBeGreaterThan(0);
		expect(new Set(words.map(({ json }) => json.file))).toEqual(new Set(['bill.png']));
		const hints = run.hints(OCR).map(({ message }) => message);
		expect(hints).toEqual([expect.stringMatching(/logo\.png.*minimal\.docx/)]);
	},
);

test('a workflow whose files lie in the JSON is read, and keeps them there', async () => {
	const filesystem = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };
	const run = await execute(withSettings(n8n, filesystem), 'combined');
	const files = { _files: { data: expect.objectContaining({ fileName: 'bill.png' }) } };
	expect(run.json('Scan')).toEqual([expect.objectContaining(files)]);
	expect(run.json(OCR)).toEqual([expect.objectContaining({ file: 'bill.png', ...files })]);
});

function storedIn(mode: string): unknown {
	return mode === 'default' ? undefined : expect.stringMatching(new RegExp(`^${mode}`));
}
