import { PDFDocument } from 'pdf-lib';

import { jpeg, sheet, write } from './sheet';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** As a scanner makes it: each page one picture, no text layer. A5 at 120 dpi. */
export async function scannedPdf(pageCount: number, useObjectStreams = false): Promise<Buffer> {
	const document = await PDFDocument.create({ updateMetadata: false });
	for (let page = 1; page <= pageCount; page += 1) {
		const picture = await document.embedJpg(scannedPage(page));
		document.addPage([420, 595]).drawImage(picture, { x: 0, y: 0, width: 420, height: 595 });
	}
	return Buffer.from(await document.save({ useObjectStreams, addDefaultPage: false }));
}

/** Only marked as encrypted, in the trailer: that is all a reader without the password can see. */
export async function encryptedPdf(): Promise<Buffer> {
	const plain = (await scannedPdf(1)).toString('latin1');
	const mark = '/Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>';
	return Buffer.from(
		plain.replace(/trailer\s*<</, (start) => `${start}\n${mark}`),
		'latin1',
	);
}

function scannedPage(number: number): Buffer {
	const page = sheet(700, 992);
	const { pen } = page;
	write(pen, `Page ${number} of the contract`, [60, 70], 34, 'bold');
	write(pen, `This is page number ${NUMBERS[number - 1] ?? number}.`, [60, 160], 28);
	write(pen, 'The parties agree on what follows', [60, 210], 28);
	write(pen, 'and sign each page by hand.', [60, 260], 28);
	return jpeg(page, 45);
}
