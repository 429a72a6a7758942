import { createCanvas, loadImage } from '@napi-rs/canvas';
import { uprightPicture } from '../../examples/demo/uprightPicture';

/** 60 × 40 pixels as stored, the left half black. */
function storedPixels(): Buffer {
	const canvas = createCanvas(60, 40);
	const context = canvas.getContext('2d');
	context.fillStyle = 'white';
	context.fillRect(0, 0, 60, 40);
	context.fillStyle = 'black';
	context.fillRect(0, 0, 30, 40);
	return canvas.toBuffer('image/jpeg');
}

/** The JPEG with an EXIF segment (APP1) right after its start that says nothing but this turn. */
function withExifTurn(jpeg: Buffer, orientation: number): Buffer {
	const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
	tiff.writeUInt16BE(orientation, 18);
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

// Where the black half lies when the picture is shown, by what EXIF says of the stored pixels.
test.each([
	[1, 60, 40, [10, 20]],
	[3, 60, 40, [50, 20]],
	[6, 40, 60, [20, 10]],
	[8, 40, 60, [20, 50]],
] as const)('shows EXIF orientation %i upright', async (orientation, width, height, dark) => {
	const picture = await uprightPicture(withExifTurn(storedPixels(), orientation));

	expect(picture).toMatchObject({ width, height });
	const image = await loadImage(picture?.dataUri ?? '');
	const context = createCanvas(width, height).getContext('2d');
	context.drawImage(image, 0, 0);
	const red = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[0];
	expect(red(dark[0], dark[1])).toBeLessThan(64);
	expect(red(width - dark[0], height - dark[1])).toBeGreaterThan(192);
});

test('a turned picture is drawn anew, so that no viewer turns it again', async () => {
	const picture = await uprightPicture(withExifTurn(storedPixels(), 6));
	const bytes = Buffer.from(picture?.dataUri.split(',')[1] ?? '', 'base64');
	expect(bytes.includes('Exif')).toBe(false);
});

test.each(['%PDF-1.7\n', 'no picture', ''])('of %j there is no picture', async (text) => {
	expect(await uprightPicture(Buffer.from(text))).toBeUndefined();
});
