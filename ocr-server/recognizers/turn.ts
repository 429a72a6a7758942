import type { Angle, Box, RecognizedPage } from './recognizer';

/** The picture upright as its EXIF says, turned further clockwise by `angle`, as a PNG without EXIF. */
export async function turnPicture(bytes: Buffer, angle: Angle): Promise<Buffer> {
	const { createCanvas, loadImage } = await import('@napi-rs/canvas');
	// loadImage applies a JPEG's EXIF orientation.
	const picture = await loadImage(bytes);
	const { width, height } = picture;
	const lying = angle === 90 || angle === 270;
	const canvas = createCanvas(lying ? height : width, lying ? width : height);
	const pen = canvas.getContext('2d');
	pen.translate(canvas.width / 2, canvas.height / 2);
	pen.rotate((angle * Math.PI) / 180);
	pen.drawImage(picture, -width / 2, -height / 2);
	return canvas.toBuffer('image/png');
}

/**
 * The page as displayed, from what was read on the page turned clockwise by `turnedBy`: its words
 * are turned by what is missing to a full circle.
 */
export function turnPageBack(page: RecognizedPage, turnedBy: Angle): RecognizedPage {
	if (turnedBy === 0) return page;
	const back = (box: Box) => turnBoxBack(box, turnedBy, page.widthPx, page.heightPx);
	const lying = turnedBy !== 180;
	return {
		...page,
		widthPx: lying ? page.heightPx : page.widthPx,
		heightPx: lying ? page.widthPx : page.heightPx,
		rotate: ((360 - turnedBy) % 360) as Angle,
		pictures: page.pictures.map(back),
		blocks: page.blocks.map((block) => ({
			box: back(block.box),
			lines: block.lines.map((line) => ({
				box: back(line.box),
				words: line.words.map((word) => ({ ...word, box: back(word.box) })),
			})),
		})),
	};
}

/** Width and height are of the turned page, on which `box` lies. */
function turnBoxBack(box: Box, turnedBy: Angle, width: number, height: number): Box {
	const { left, top, right, bottom } = box;
	switch (turnedBy) {
		case 0:
			return box;
		case 90:
			return { left: top, top: width - right, right: bottom, bottom: width - left };
		case 180:
			return {
				left: width - right,
				top: height - bottom,
				right: width - left,
				bottom: height - top,
			};
		case 270:
			return { left: height - bottom, top: left, right: height - top, bottom: right };
	}
}
