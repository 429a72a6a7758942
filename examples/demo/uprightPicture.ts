import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';

export interface UprightPicture {
	/** Pixels of the picture as it is displayed. */
	readonly width: number;
	readonly height: number;
	readonly dataUri: string;
}

const mediaTypes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png' };

/**
 * The picture as every viewer shows it. Viewers of SVG disagree about a JPEG's EXIF turn, so a
 * turned one is drawn anew; undefined for what is no picture (a PDF).
 */
export async function uprightPicture(bytes: Buffer): Promise<UprightPicture | undefined> {
	const size = sizeOf(bytes);
	const mediaType = mediaTypes[size?.type ?? ''];
	if (size === undefined || mediaType === undefined) return undefined;
	if ((size.orientation ?? 1) === 1) {
		return { width: size.width, height: size.height, dataUri: dataUri(mediaType, bytes) };
	}
	const turned = await loadImage(bytes);
	const canvas = createCanvas(turned.width, turned.height);
	canvas.getContext('2d').drawImage(turned, 0, 0);
	const drawn = await canvas.encode('jpeg', 90);
	return { width: turned.width, height: turned.height, dataUri: dataUri('image/jpeg', drawn) };
}

function sizeOf(bytes: Buffer) {
	try {
		return imageSize(bytes);
	} catch {
		return undefined;
	}
}

function dataUri(mediaType: string, bytes: Buffer): string {
	return `data:${mediaType};base64,${bytes.toString('base64')}`;
}
