/** A ruled line is at least so long and at most so thick; a letter's stem as long is thicker. */
const MIN_LENGTH_PX = 80;
const MAX_THICKNESS_PX = 5;
const DARK = 160;

/** Pixels of one picture, four channels each, row by row. */
interface Pixels {
	readonly data: Uint8ClampedArray;
	readonly width: number;
	readonly height: number;
}

/** The picture with its ruled lines painted over, which the engine takes for a drawing otherwise. */
export async function withoutRules(bytes: Buffer): Promise<Buffer> {
	const { createCanvas, loadImage } = await import('@napi-rs/canvas');
	const picture = await loadImage(bytes);
	const canvas = createCanvas(picture.width, picture.height);
	const pen = canvas.getContext('2d');
	pen.drawImage(picture, 0, 0);
	const pixels = pen.getImageData(0, 0, picture.width, picture.height);
	const dark = darkness(pixels);
	const { width, height } = pixels;
	const erased =
		eraseRuns(pixels, dark, { count: height, length: width, step: 1, stride: width }) +
		eraseRuns(pixels, dark, { count: width, length: height, step: width, stride: 1 });
	if (erased === 0) return bytes;
	pen.putImageData(pixels, 0, 0);
	return canvas.toBuffer('image/png');
}

/** 1 for each dark pixel. */
function darkness({ data, width, height }: Pixels): Uint8Array {
	const dark = new Uint8Array(width * height);
	for (let pixel = 0; pixel < dark.length; pixel += 1) {
		const at = pixel * 4;
		const brightest = Math.max(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
		if (brightest < DARK && (data[at + 3] ?? 0) > 0) dark[pixel] = 1;
	}
	return dark;
}

/** How to walk: along `count` lines of `length` pixels; `stride` leads to the neighbouring line. */
interface Walk {
	readonly count: number;
	readonly length: number;
	readonly step: number;
	readonly stride: number;
}

/** Paints over each run of dark pixels that is a rule; returns how many there were. */
function eraseRuns(pixels: Pixels, dark: Uint8Array, walk: Walk): number {
	let erased = 0;
	for (let line = 0; line < walk.count; line += 1) {
		const first = line * walk.stride;
		let runStart = 0;
		for (let place = 0; place <= walk.length; place += 1) {
			if (place < walk.length && dark[first + place * walk.step] === 1) continue;
			const from = first + runStart * walk.step;
			if (isRule(dark, from, place - runStart, walk)) {
				paintOver(pixels, from, place - runStart, walk);
				erased += 1;
			}
			runStart = place + 1;
		}
	}
	return erased;
}

function isRule(dark: Uint8Array, from: number, length: number, walk: Walk): boolean {
	if (length < MIN_LENGTH_PX) return false;
	const places = [0.13, 0.37, 0.61, 0.87].map((share) => Math.floor(length * share));
	const thin = places.filter(
		(place) => thickness(dark, from + place * walk.step, walk.stride) <= MAX_THICKNESS_PX,
	);
	return thin.length >= 3;
}

function thickness(dark: Uint8Array, pixel: number, stride: number): number {
	let count = 1;
	for (let next = pixel + stride; dark[next] === 1; next += stride) count += 1;
	for (let next = pixel - stride; dark[next] === 1; next -= stride) count += 1;
	return count;
}

/** A little wider than the rule, for its grey edges. */
function paintOver({ data }: Pixels, from: number, length: number, walk: Walk): void {
	for (let place = 0; place < length; place += 1) {
		for (let side = -2; side <= 2; side += 1) {
			const at = (from + place * walk.step + side * walk.stride) * 4;
			if (at >= 0 && at < data.length) data.fill(255, at, at + 4);
		}
	}
}
