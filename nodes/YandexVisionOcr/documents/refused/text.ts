import { textAt } from '../bytes';
import type { Recognizer } from './refusedFormat';
import { plainText, textKinds } from './textKinds';

const sampleBytes = 4096;
/** A shorter file with bytes beyond ASCII may look like text by chance. */
const minSampleBytes = 32;
const allowedControls = [0x09, 0x0a, 0x0c, 0x0d, 0x1b];
const beyondAscii = /[\x80-\xff]/;
const utf8Mark = '\xef\xbb\xbf';
const utf16Marks = ['\xff\xfe', '\xfe\xff'];

export const recognizeText: Recognizer = (bytes) => {
	const sample = textAt(bytes, 0, sampleBytes);
	if (utf16Marks.some((mark) => sample.startsWith(mark))) return plainText;
	if (bytes.subarray(0, sampleBytes).some(isControl)) return undefined;

	const text = sample.startsWith(utf8Mark) ? sample.slice(utf8Mark.length) : sample;
	if (text.length < minSampleBytes && beyondAscii.test(text)) return undefined;
	const trimmed = text.trimStart();
	return textKinds.find(([beginning]) => beginning.test(trimmed))?.[1] ?? plainText;
};

/** What no text file holds: control characters but tab, line ends, form feed and escape. */
function isControl(byte: number): boolean {
	return byte < 0x20 && !allowedControls.includes(byte);
}
