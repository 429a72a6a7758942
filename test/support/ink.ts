import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { IDataObject } from 'n8n-workflow';
import type { Rectangle } from './overlap';

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/** The same JPEG without its EXIF, so that no decoder turns it. */
export function withoutExif(jpeg: Buffer): Buffer {
	const kept = [jpeg.subarray(0, 2)];
	let at = 2;
	while (jpeg[at + 1] !== START_OF_SCAN) {
		const end = at + 2 + jpeg.readUInt16BE(at + 2);
		if (jpeg[at + 1] !== APP1) kept.push(jpeg.subarray(at, end));
		at = end;
	}
	return Buffer.concat([...kept, jpeg.subarray(at)]);
}

/** The rectangle around all dark pixels of a picture. */
export async function inkOf(picture: Buffer): Promise<Rectangle> {
	const image = await loadImage(picture);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	const dark: Rectangle[] = [];
	for (let pixel = 0; pixel < data.length / 4; pixel++) {
		if ((data[pixel * 4] ?? 255) > 100) continue;
		dark.push({ x: pixel % image.width, y: Math.floor(pixel / image.width), width: 1, height: 1 });
	}
	return around(dark);
}

/** The rectangle around boxes. */
export function around(boxes: ReadonlyArray<Rectangle | IDataObject>): Rectangle {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y, width, height } of boxes as readonly Rectangle[]) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}
