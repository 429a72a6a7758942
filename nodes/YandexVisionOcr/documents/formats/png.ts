import { ok, type Result } from '../../problem';
import { hasAt, uint32 } from '../bytes';
import { refuse } from '../refusal';
import { orientationInTiff, type Orientation } from './exif';
import type { Format } from './format';
import { pngChunks } from './pngChunks';

export interface PngFacts {
	readonly kind: 'image';
	readonly format: 'png';
	readonly mimeType: 'image/png';
	/** Pixels as they lie in the file. */
	readonly width: number;
	readonly height: number;
	/** How the service is known to turn it: not at all. */
	readonly orientation: 1;
	/**
	 * What the eXIf chunk says, 1 without one. Many decoders ignore it: it only counts where the size
	 * in the service's answer shows that the picture was turned by it.
	 */
	readonly exifOrientation: Orientation;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The signature with each CR LF made one LF: the trace of a transfer in text mode. */
const signatureAsText = [0x89, 0x50, 0x4e, 0x47, 0x0a];
/** The PNG specification's own bound for width and height. */
const maxSide = 0x7fff_ffff;

export const png: Format<PngFacts> = {
	claims: (bytes) => hasAt(bytes, 0, signature.slice(0, 4)),

	inspect(bytes) {
		if (hasAt(bytes, 0, signatureAsText)) return changedInTransfer();
		if (!hasAt(bytes, 0, signature.slice(0, bytes.length))) return damaged();

		const header = signature.length;
		if (bytes.length < header + 25) return truncated();
		const width = uint32(bytes, header + 8) ?? 0;
		const height = uint32(bytes, header + 12) ?? 0;
		if (!hasAt(bytes, header, [0, 0, 0, 13]) || !hasAt(bytes, header + 4, 'IHDR')) return damaged();
		if (!isSide(width) || !isSide(height)) return damaged();

		let exifOrientation: Orientation = 1;
		const end = pngChunks(bytes, header, (type, data) => {
			if (type === 'eXIf') exifOrientation = orientationInTiff(data);
		});
		if (end === 'missing') return truncated();
		if (end === 'damaged') return damaged();
		return ok({
			kind: 'image',
			format: 'png',
			mimeType: 'image/png',
			width,
			height,
			orientation: 1,
			exifOrientation,
		});
	},
};

function isSide(pixels: number): boolean {
	return pixels > 0 && pixels <= maxSide;
}

function truncated(): Result<never> {
	return refuse(
		'FILE_TRUNCATED',
		'It is a PNG picture that is cut off: its end is missing.',
		'Fetch or upload the file again, and check that the step before hands it on whole.',
	);
}

function damaged(): Result<never> {
	return refuse(
		'FILE_DAMAGED',
		'It begins like a PNG picture, but what follows is not one.',
		'Open it in an image viewer and save it again as PNG or JPEG.',
	);
}

function changedInTransfer(): Result<never> {
	return refuse(
		'FILE_DAMAGED',
		'It is a PNG picture whose line endings were changed on the way, which destroys it.',
		'Transfer it again in binary mode (FTP clients and servers have a text mode that does this).',
	);
}
