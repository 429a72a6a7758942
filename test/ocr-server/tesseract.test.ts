import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { overlap } from '../support/overlap';
import { pagesOf, picture, recognizeText, type WireWord, wordsOf } from './client';

/** The real engine on real pictures. */
let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ recognizer: 'tesseract', quotas: { sync: 1000 } });
});

afterAll(async () => await server.close());

async function read(file: string) {
	const reply = await recognizeText(server, { bytes: picture(file) });
	return { reply, page: pagesOf(reply)[0] };
}

function rectangle({ boundingBox }: WireWord) {
	const xs = boundingBox.vertices.map((vertex) => Number(vertex.x ?? 0));
	const ys = boundingBox.vertices.map((vertex) => Number(vertex.y ?? 0));
	const [x, y] = [Math.min(...xs), Math.min(...ys)];
	return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

test('reads printed English, and says where it stands', async () => {
	const { page } = await read('testocr.png');
	expect(page?.fullText).toContain('The quick brown dog jumped over the\nlazy fox.');
	const word = wordsOf(page).find(({ text }) => text === 'This');
	// Measured by hand in the picture.
	expect(word && overlap(rectangle(word), { x: 36, y: 92, width: 60, height: 24 })).toBeGreaterThan(
		0.8,
	);
}, 60_000);

test('turns a photographed page by its EXIF once, not twice', async () => {
	const { page } = await read('simple-90.jpg');
	expect([page?.width, page?.height]).toEqual(['320', '180']);
	expect(page?.fullText).toContain('Tesseract.js');
}, 60_000);

test.each([2, 5, 8])(
	'reads EXIF orientation %i upright',
	async (orientation) => {
		const { page } = await read(`orientation-${orientation}.jpg`);
		expect(page?.fullText).toContain(`ORIENTATION ${orientation}`);
		expect(page?.rotate).toBe('ANGLE_0');
	},
	60_000,
);

test('reads a page of a PDF', async () => {
	const { page } = await read('scanned-1-page.pdf');
	expect(page?.fullText).toContain('This is page number one.');
}, 60_000);

test('refuses a picture that breaks off, and reads the next one', async () => {
	const half = picture('testocr.png').subarray(0, 10_000);
	expect((await recognizeText(server, { bytes: half })).status).toBe(400);
	expect((await read('plate.png')).page?.fullText).toContain('Parking');
}, 60_000);
