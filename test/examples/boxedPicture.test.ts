import { createCanvas, loadImage } from '@napi-rs/canvas';
import { boxedPicture } from '../../examples/demo/boxedPicture';
import { uprightPicture } from '../../examples/demo/uprightPicture';
import type { Word } from '../../examples/demo/word';

const word: Word = {
	text: 'word',
	x: 40,
	y: 20,
	width: 60,
	height: 30,
	page: 1,
	block: 1,
	line: 1,
	middleX: 70,
	middleY: 35,
};

async function whitePicture(width: number, height: number) {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = 'white';
	context.fillRect(0, 0, width, height);
	const picture = await uprightPicture(canvas.toBuffer('image/png'));
	if (picture === undefined) throw new Error('A PNG is a picture');
	return picture;
}

/** The drawing as pixels: a renderer refuses what is no well-formed XML. */
async function rendered(svg: string) {
	const image = await loadImage(Buffer.from(svg));
	const canvas = createCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const isWhite = (x: number, y: number) =>
		context.getImageData(x, y, 1, 1).data.every((channel) => channel === 255);
	const isDark = (x: number, y: number) => (context.getImageData(x, y, 1, 1).data[0] ?? 0) < 100;
	return { width: image.width, height: image.height, isWhite, isDark };
}

test('draws the box where the word is, and the word beside the picture in the same place', async () => {
	const { isWhite, ...size } = await rendered(boxedPicture(await whitePicture(200, 100), [word]));

	expect(size).toMatchObject({ width: 400, height: 100 });
	for (const left of [0, 200]) {
		expect(isWhite(left + 70, 35)).toBe(false);
		expect(isWhite(left + 37, 35)).toBe(true);
		expect(isWhite(left + 103, 35)).toBe(true);
		expect(isWhite(left + 70, 54)).toBe(true);
	}
});

test('writes a turned word along the longer side of its box', async () => {
	const turned = { ...word, width: 20, height: 70 };
	const { isDark } = await rendered(boxedPicture(await whitePicture(100, 100), [turned]));
	const across = Array.from({ length: 14 }, (_, column) => 143 + column);
	const along = Array.from({ length: 60 }, (_, row) => 25 + row);
	const inked = along.filter((y) => across.some((x) => isDark(x, y)));

	expect(Math.max(...inked) - Math.min(...inked)).toBeGreaterThan(25);
});

test('puts the words below a picture that is very wide', async () => {
	const { width, height } = await rendered(boxedPicture(await whitePicture(300, 100), [word]));
	expect([width, height]).toEqual([300, 200]);
});

test.each(['<script>alert(1)</script>', `"'&amp;]]>`, 'bell\u0007 and escape\u001b', '\u0000'])(
	'writes the text %j so that it stays text',
	async (text) => {
		const svg = boxedPicture(await whitePicture(200, 100), [{ ...word, text }]);
		expect(svg).not.toContain('<script');
		await expect(rendered(svg)).resolves.toMatchObject({ width: 400 });
	},
);
