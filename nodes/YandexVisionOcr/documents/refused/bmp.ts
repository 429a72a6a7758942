import { hasAt, uint32 } from '../bytes';
import { editImageHint, type Recognizer } from './refusedFormat';

/** The sizes of the information header in all versions of the format. */
const headerSizes = [12, 16, 40, 52, 56, 64, 108, 124];

/** Two letters are too little to tell by: the header that follows has to fit as well. */
export const recognizeBmp: Recognizer = (bytes) =>
	hasAt(bytes, 0, 'BM') && headerSizes.includes(uint32(bytes, 14, true) ?? 0)
		? { is: 'a BMP picture', hint: editImageHint }
		: undefined;
