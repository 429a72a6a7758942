import { hasAt, textAt, uint32 } from '../bytes';
import type { Recognizer, RefusedFormat } from './refusedFormat';

const avif: RefusedFormat = {
	is: 'an AVIF picture',
	hint: 'Convert it to JPEG first, with an image editor or converter.',
};
const heic: RefusedFormat = {
	is: 'a HEIC picture (as iPhones take them)',
	hint:
		'Convert it to JPEG first. An iPhone takes JPEG pictures with Settings > Camera > Formats > ' +
		'Most Compatible.',
};
const video: RefusedFormat = {
	is: 'a video',
	hint: 'Only pictures (JPEG, PNG) and PDF files can be recognized.',
};

const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const brandBytes = 4;
const maxBrands = 64;

/** HEIC, AVIF and MP4 share one container, whose first box lists brands (ISO 14496-12, 4.3). */
export const recognizeIsoMedia: Recognizer = (bytes) => {
	if (!hasAt(bytes, 4, 'ftyp')) return undefined;
	const brands = listBrands(bytes);
	if (avifBrands.some((brand) => brands.includes(brand))) return avif;
	return heicBrands.some((brand) => brands.includes(brand)) ? heic : video;
};

/** The stated size of the box is believed only up to the end of the file and `maxBrands`. */
function listBrands(bytes: Buffer): readonly string[] {
	const first = 8;
	const end = Math.min(uint32(bytes, 0) ?? 0, bytes.length, first + maxBrands * brandBytes);
	const brands = [textAt(bytes, first, first + brandBytes)];
	for (let position = first + 2 * brandBytes; position < end; position += brandBytes) {
		brands.push(textAt(bytes, position, position + brandBytes));
	}
	return brands;
}
