import { hasAt } from '../bytes';
import {
	convertImageHint,
	editImageHint,
	savePdfHint,
	type Recognizer,
	type RefusedFormat,
} from './refusedFormat';

interface Signature extends RefusedFormat {
	readonly bytes: string | readonly number[];
	/** 0 if left out. */
	readonly offset?: number;
}

const unpackHint =
	"Unpack it first (n8n's Compression node does ZIP and GZIP) and recognize the files in it.";
const noPicture = 'Only pictures (JPEG, PNG) and PDF files can be recognized.';
const olePackage = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Kinds of file that a few fixed bytes tell. Those with a choice inside have files of their own. */
const signatures: readonly Signature[] = [
	{ bytes: 'II*\0', is: 'a TIFF picture', hint: editImageHint },
	{ bytes: 'MM\0*', is: 'a TIFF picture', hint: editImageHint },
	{ bytes: 'II+\0', is: 'a BigTIFF picture', hint: convertImageHint },
	{ bytes: 'MM\0+', is: 'a BigTIFF picture', hint: convertImageHint },
	{ bytes: [0x49, 0x49, 0xbc], is: 'a JPEG XR picture', hint: convertImageHint },
	{ bytes: 'GIF8', is: 'a GIF picture', hint: editImageHint },
	{ bytes: 'WEBP', offset: 8, is: 'a WebP picture', hint: editImageHint },
	{ bytes: [0, 0, 0, 12, 0x6a, 0x50], is: 'a JPEG 2000 picture', hint: convertImageHint },
	{ bytes: [0xff, 0x4f, 0xff, 0x51], is: 'a JPEG 2000 picture', hint: convertImageHint },
	{ bytes: [0, 0, 0, 12, 0x4a, 0x58], is: 'a JPEG XL picture', hint: convertImageHint },
	{ bytes: [0xff, 0x0a], is: 'a JPEG XL picture', hint: convertImageHint },
	{ bytes: '8BPS', is: 'a Photoshop picture', hint: convertImageHint },
	{ bytes: [0, 0, 1, 0], is: 'a Windows icon', hint: convertImageHint },
	{ bytes: 'AT&TFORM', is: 'a DjVu document', hint: 'Convert it to PDF first.' },
	{ bytes: 'DICM', offset: 128, is: 'a DICOM medical picture', hint: convertImageHint },
	{ bytes: '%!PS', is: 'a PostScript document', hint: 'Convert it to PDF first.' },
	{ bytes: [0xc5, 0xd0, 0xd3, 0xc6], is: 'an EPS drawing', hint: 'Convert it to PDF first.' },
	{
		bytes: olePackage,
		is: 'an older Office file (.doc, .xls, .ppt) or an Outlook message',
		hint: savePdfHint,
	},
	{
		bytes: [0x78, 0x9f, 0x3e, 0x22],
		is: 'a winmail.dat file, in which Outlook packs attachments',
		hint: 'Unpack it first, or ask the sender to send mails as HTML or plain text.',
	},
	{ bytes: [0x1f, 0x8b], is: 'a GZIP archive', hint: unpackHint },
	{ bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], is: 'a 7-Zip archive', hint: unpackHint },
	{ bytes: 'Rar!', is: 'a RAR archive', hint: unpackHint },
	{ bytes: 'BZh', is: 'a BZIP2 archive', hint: unpackHint },
	{ bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], is: 'an XZ archive', hint: unpackHint },
	{ bytes: 'ustar', offset: 257, is: 'a TAR archive', hint: unpackHint },
	{ bytes: 'WAVE', offset: 8, is: 'a sound file', hint: noPicture },
	{ bytes: 'ID3', is: 'a sound file', hint: noPicture },
	{ bytes: 'OggS', is: 'a sound or video file', hint: noPicture },
	{ bytes: 'AVI ', offset: 8, is: 'a video', hint: noPicture },
	{ bytes: [0x1a, 0x45, 0xdf, 0xa3], is: 'a video', hint: noPicture },
	{
		bytes: [0xef, 0xbf, 0xbd],
		is: 'a file that an earlier step treated as text, which destroys it',
		hint: 'Fetch it as a file: in an HTTP Request node, set Response Format to File.',
	},
];

export const recognizeSignature: Recognizer = (bytes) =>
	signatures.find((signature) => hasAt(bytes, signature.offset ?? 0, signature.bytes));
