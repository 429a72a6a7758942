import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type OcrServer, startOcrServer } from '../ocr-server/server';
import { importCredentials, importWorkflows } from './content';
import { exampleNames, readableFolders, readExample } from './examples';
import { freePort } from './freePort';
import { cacheFolder } from './install/cache';
import { installN8n } from './install/n8n';
import { packTarball } from './install/tarball';
import { installPackage, type Instance, instanceIn } from './instance';
import { localOcrCredential } from './localOcrCredential';
import { OWNER, signIn } from './owner';
import { progress } from './progress';
import { type N8nServer, startN8n } from './server';

const OCR_PORT = 8620;
const N8N_PORT = 5678;

/** `npm run n8n`: a real n8n with this package, for a person without a cloud account. */
async function main(): Promise<void> {
	const instance = await prepared();
	const ocrServer = await startOcrServer({
		port: await freePort(OCR_PORT),
		recognizer: 'tesseract',
	});
	const interrupted = untilInterrupted();
	try {
		await fill(instance, ocrServer);
		progress('starting');
		const n8n = await startN8n(instance, N8N_PORT);
		await signIn(n8n.url);
		console.log(welcome(n8n, ocrServer));
		await Promise.race([interrupted, n8n.ended]);
		if (n8n.hasEnded()) throw new Error(`n8n has ended:\n${n8n.output()}`);
		progress('ending');
		await n8n.stop();
	} finally {
		await ocrServer.close();
	}
}

/** The user folder stays from one time to the next: what a person makes in the editor is not lost. */
async function prepared(): Promise<Instance> {
	const userFolder = join(cacheFolder(), 'opened');
	await mkdir(userFolder, { recursive: true });
	const instance = instanceIn(userFolder, await installN8n(), {
		N8N_RESTRICT_FILE_ACCESS_TO: `~/.n8n-files;${readableFolders}`,
		N8N_RUNNERS_MODE: 'internal',
	});
	progress('installing the package of this checkout');
	await installPackage(instance, await packTarball());
	return instance;
}

/** The credential is new each time, as the server's key is; the examples are there for changing. */
async function fill(instance: Instance, ocrServer: OcrServer): Promise<void> {
	progress('importing the credential for the local OCR server');
	const credential = localOcrCredential(ocrServer);
	await importCredentials(instance, [credential]);
	const mark = join(instance.userFolder, 'examples-imported');
	if (existsSync(mark)) return;
	progress('importing the example workflows');
	const names = await exampleNames();
	const chosen = { [credential.type]: credential };
	await importWorkflows(
		instance,
		await Promise.all(names.map(async (name) => await readExample(name, chosen))),
	);
	await writeFile(mark, '');
}

async function untilInterrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
}

function welcome(n8n: N8nServer, ocrServer: OcrServer): string {
	return `
n8n with Yandex Vision OCR: ${n8n.url}   (sign in: ${OWNER.email}, ${OWNER.password})

Its credential "Local OCR server" reads English at ${ocrServer.url}, with no account and no bill.
Ctrl-C ends both. What you make in n8n stays in ${join(cacheFolder(), 'opened')}`;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
