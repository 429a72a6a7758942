/**
 * Records what tesseract.js reads in pictures, for the stub recogniser to repeat:
 * `npx tsx ocr-server/record.ts test/fixtures/images/invoice-table.png …`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inspect } from './documents/inspect';
import { type RecordedBytes, RECORDINGS_FOLDER } from './recognizers/recordings';
import { tesseractRecognizer } from './recognizers/tesseract';

async function main(): Promise<void> {
	const recognizer = tesseractRecognizer(new AbortController().signal);
	for (const file of process.argv.slice(2)) {
		const document = await inspect(readFileSync(file), { maxPixels: Infinity });
		const pages = await recognizer.recognize(document);
		const header: RecordedBytes = {
			checksum: document.checksum,
			byteLength: document.bytes.length,
		};
		const lines = [header, ...pages].map((line) => `${JSON.stringify(line)}\n`);
		writeFileSync(join(RECORDINGS_FOLDER, `${basename(file)}.jsonl`), lines.join(''));
		console.log(`${basename(file)}: ${pages.length} pages`);
	}
	await recognizer.close();
}

void main();
