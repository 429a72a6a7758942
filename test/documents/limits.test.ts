import type { FileFacts } from '../../nodes/YandexVisionOcr/documents/formats/registry';
import { checkFileSize, checkLimits } from '../../nodes/YandexVisionOcr/documents/limits';

const picture = (width: number, height: number): FileFacts => ({
	kind: 'image',
	format: 'jpeg',
	mimeType: 'image/jpeg',
	width,
	height,
	orientation: 1,
});
const pdf = (pageCount: number | undefined): FileFacts => ({
	kind: 'pdf',
	format: 'pdf',
	mimeType: 'application/pdf',
	pageCount,
	encrypted: false,
});

test('10 MB pass, and one byte more does not', () => {
	expect(checkFileSize(10_485_760)).toBeUndefined();
	expect(checkFileSize(10_485_761)).toMatchObject({
		code: 'FILE_TOO_LARGE',
		message: expect.stringMatching(/10,485,761 .* 10,485,760/) as string,
	});
});

test('20 megapixels pass, and one column more does not', () => {
	expect(checkLimits(picture(5000, 4000))).toBeUndefined();
	expect(checkLimits(picture(5001, 4000))).toMatchObject({
		code: 'IMAGE_TOO_LARGE',
		message: expect.stringMatching(/5,001 x 4,000 = 20,004,000 .* 20,000,000/) as string,
	});
});

test('200 pages pass, 201 do not, and an unknown number is left to the service', () => {
	expect(checkLimits(pdf(200))).toBeUndefined();
	expect(checkLimits(pdf(undefined))).toBeUndefined();
	expect(checkLimits(pdf(201))).toMatchObject({
		code: 'TOO_MANY_PAGES',
		message: expect.stringMatching(/201 .* 200/) as string,
	});
});
