import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Credential } from '../content';
import { listExecutions, readExecution } from '../executions';
import { n8nCommand, withSettings } from '../instance';
import { deliver } from '../mail/deliver';
import { type MailServer, startMailServer } from '../mail/dovecot';
import { type Session, signIn } from '../owner';
import { type N8nServer, startN8n } from '../server';
import type { StoredRun } from '../storedRun';
import { waitUntil } from '../waitUntil';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';
import { root } from './freshInstance';
import { OCR } from './nodes';

const EXAMPLE = 'email-to-spreadsheet';
const RUN_MS = 120_000;

let mailServer: MailServer;
let instance: ExamplesInstance;
let n8n: N8nServer;
let session: Session;

beforeAll(async () => {
	mailServer = await startMailServer();
	const credentials = [mailboxCredential(mailServer)];
	instance = await instanceWithExamples({ names: [EXAMPLE], recognizer: 'tesseract', credentials });
	await n8nCommand(instance, 'publish:workflow', `--id=${EXAMPLE}`);
	n8n = await startN8n(withSettings(instance, { N8N_LOG_LEVEL: 'debug' }));
	await untilTheTriggerListens();
	session = await signIn(n8n.url);
});

afterAll(async () => {
	await n8n?.stop();
	await mailServer?.stop();
	await instance?.remove();
});

/** n8n starts its triggers after it has begun to answer, and looks only at mails that come later. */
async function untilTheTriggerListens(): Promise<void> {
	const waiting = { what: 'the trigger', timeoutMs: RUN_MS };
	await waitUntil(waiting, () => (/Activated trigger/.test(n8n.output()) ? true : undefined));
}

function mailboxCredential({ imap }: MailServer): Credential {
	return { id: 'mailbox', name: 'Mailbox', type: 'imap', data: imap };
}

test('email-to-spreadsheet: of a mail’s three attachments the scan becomes rows', async () => {
	await deliver(mailServer, {
		from: 'Shop <bills@example.com>',
		subject: 'Your bill',
		html: 'Please find it attached.<br><img src="cid:logo" alt="">',
		attachments: [
			{ path: join(root, 'test/fixtures/images/bill.png') },
			{ path: join(root, 'test/fixtures/images/logo.png'), cid: 'logo' },
			{ path: join(root, 'test/documents/fixtures/minimal.docx') },
		],
	});
	const { id, run } = await finishedExecution();

	expect(run.status).toBe('success');
	const [mail] = run.items('New E-mail');
	// A picture within the text comes before what is attached to it.
	expect(names(mail?.binary)).toEqual(['logo.png', 'bill.png', 'minimal.docx']);
	const hints = run.hints(OCR).map(({ message }) => message);
	expect(hints).toEqual([expect.stringMatching(/logo\.png.*minimal\.docx/)]);

	const rows = run.json('Row');
	expect(rows.length).toBeGreaterThan(20);
	for (const row of rows) {
		const of = { file: 'bill.png', subject: 'Your bill', page: 1 };
		expect(row).toMatchObject({ ...of, from: expect.stringContaining('bills@example.com') });
		expect(row).toMatchObject({ x: expect.any(Number), y: expect.any(Number) });
	}
	expect(run.json('Could Not Be Read')).toEqual([]);
	expect(await rowsOf(join(instance.folder, 'files', `words-${id}.xlsx`))).toBe(rows.length + 1);
});

async function finishedExecution(): Promise<{ readonly id: string; readonly run: StoredRun }> {
	const waiting = { what: 'an execution for the mail', timeoutMs: RUN_MS, intervalMs: 500 };
	const { id } = await waitUntil(waiting, async () => {
		const [latest] = await listExecutions(session, EXAMPLE);
		return ['success', 'error', 'crashed'].includes(latest?.status ?? '') ? latest : undefined;
	});
	return { id, run: await readExecution(session, id) };
}

function names(files: object = {}): readonly unknown[] {
	return Object.values(files).map(({ fileName }: { readonly fileName?: string }) => fileName);
}

/** n8n writes the parts of an .xlsx without compressing them. */
async function rowsOf(spreadsheet: string): Promise<number> {
	return (await readFile(spreadsheet, 'latin1')).match(/<row /g)?.length ?? 0;
}
