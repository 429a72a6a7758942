/** Draws the pictures that were made for this project's tests and examples: `npx tsx <this file>`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { blank, columns, headings, logo, plate, sideways } from './pictures/documents';
import { invoice } from './pictures/invoice';
import { letter } from './pictures/letter';
import { orientedPicture } from './pictures/orientations';
import { passport } from './pictures/passport';
import { encryptedPdf, scannedPdf } from './pictures/pdfs';
import { priceList } from './pictures/priceList';

const FOLDER = join(__dirname, '../fixtures/images');
const EXAMPLES = join(__dirname, '../../examples/files');

async function main(): Promise<void> {
	const pictures: Readonly<Record<string, Buffer>> = {
		'invoice-table.png': invoice(),
		'price-list.png': priceList(),
		'passport-fake.jpg': passport(),
		'headings.png': headings(),
		'two-columns.png': columns(),
		'sideways.png': sideways(),
		'plate.png': plate(),
		'logo.png': logo(),
		'blank.png': blank(),
		'scanned-1-page.pdf': await scannedPdf(1),
		'scanned-12-pages.pdf': await scannedPdf(12),
		'scanned-3-pages-object-streams.pdf': await scannedPdf(3, true),
		'encrypted.pdf': await encryptedPdf(),
	};
	for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(FOLDER, name), bytes);
	for (let orientation = 1; orientation <= 8; orientation += 1) {
		writeFileSync(join(FOLDER, `orientation-${orientation}.jpg`), orientedPicture(orientation));
	}
	writeFileSync(join(EXAMPLES, 'letter.jpg'), letter(1));
	writeFileSync(join(EXAMPLES, 'letter-sideways.jpg'), letter(6));
}

void main();
