import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { Execution } from '../support/engine/execution';
import { localCredential } from '../support/engine/localCredential';
import type { NodesByType } from '../support/engine/nodeTypes';
import { runWorkflow } from '../support/engine/runWorkflow';
import type { WorkflowJson } from '../support/engine/workflowJson';
import { emailTrigger } from '../support/nodes/emailTrigger';
import { passOn } from '../support/nodes/passOn';

const examples = join(__dirname, '../../examples');

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer();
});
afterAll(() => server.close());

async function run(name: string, nodes: NodesByType = {}): Promise<Execution> {
	const text = readFileSync(join(examples, `${name}.workflow.json`), 'utf8');
	const execution = await runWorkflow({
		workflow: JSON.parse(text) as WorkflowJson,
		nodes,
		credentials: { yandexVisionOcrApi: localCredential(server) },
	});
	expect(execution.error).toBeUndefined();
	return execution;
}

test('of an e-mail’s three attachments the scan becomes rows, and a hint names the others', async () => {
	const attachment = (path: string) => ({
		bytes: readFileSync(join(__dirname, '..', path)),
		fileName: basename(path),
	});
	const mail = {
		json: { subject: 'Your bill', from: { text: 'Shop <bills@example.com>' } },
		files: {
			attachment_0: attachment('fixtures/images/logo.png'),
			attachment_1: attachment('fixtures/images/bill.png'),
			attachment_2: attachment('documents/fixtures/minimal.docx'),
		},
	};
	const execution = await run('email-to-spreadsheet', {
		'n8n-nodes-base.emailReadImap': emailTrigger([mail]),
		'n8n-nodes-base.convertToFile': passOn,
		'n8n-nodes-base.noOp': passOn,
		'n8n-nodes-base.readWriteFile': passOn,
	});

	const rows = execution.items('Row').map(({ json }) => json);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) {
		expect(row).toMatchObject({ file: 'bill.png', page: 1, subject: 'Your bill' });
		expect(row).toMatchObject({ from: 'Shop <bills@example.com>', x: expect.any(Number) });
	}
	expect(execution.items('Could Not Be Read')).toEqual([]);
	expect(execution.hints('Yandex Vision OCR').map(({ message }) => message)).toEqual([
		expect.stringMatching(/logo\.png.*minimal\.docx/),
	]);
});

test('a scanned PDF of twelve pages gives one item per page, each with its own text', async () => {
	const pages = (await run('pdf-to-pages')).items('Yandex Vision OCR').map(({ json }) => json);

	expect(pages.map(({ page }) => page)).toEqual(
		Array.from({ length: 12 }, (_, index) => index + 1),
	);
	for (const { page, text } of pages)
		expect(text).toContain(`Page ${String(page)} of the contract`);
});

test("an invoice's table gives one item per row, its values by header", async () => {
	const rows = (await run('table-to-rows')).items('Yandex Vision OCR').map(({ json }) => json);

	expect(rows.map(({ Item, Amount }) => [Item, Amount])).toEqual([
		['Paper, white', '45.00'],
		['Ink, black', '39.80'],
		['Stapler', '12.00'],
		['Total, to be paid within thirty days, with thanks', '96.80'],
	]);
});

test('a passport gives its fields as one flat item', async () => {
	const [fields] = (await run('passport-to-fields')).items('Yandex Vision OCR');

	expect(fields?.json).toMatchObject({
		surname: 'SPECIMEN',
		birth_date: '01.02.1900',
		birth_date_iso: '1900-02-01',
		expiration_date: null,
	});
});

test('Submit hands an operation to Get Result, which brings the whole text', async () => {
	const execution = await run('submit-then-get-result');
	const [ticket] = execution.items('Submit');
	const [document] = execution.items('Get Result');

	expect(ticket?.json).toMatchObject({ operationId: expect.any(String), pages: 12 });
	expect(document?.json).toMatchObject({ pages: 12, file: 'contract-12-pages.pdf' });
	expect(document?.json.text).toContain('Page 12 of the contract');
});
