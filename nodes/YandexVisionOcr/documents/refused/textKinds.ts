import { convertImageHint, savePdfHint, type RefusedFormat } from './refusedFormat';

const downloadHint =
	'It is often the answer of a login or error page: look at the step that downloads the file.';
const decodeHint =
	'Turn it into a file first (Convert to File, Move Base64 String to File), or set Input Source to ' +
	'Base64 Text.';

/** By how the text begins; the first that fits counts. No pattern can run longer than the sample. */
export const textKinds: ReadonlyArray<readonly [beginning: RegExp, format: RefusedFormat]> = [
	[/^\{\\rtf/, { is: 'an RTF document', hint: savePdfHint }],
	[
		/^(?:data:[^,]{1,99},)?\/9j\//,
		{ is: 'the base64 text of a JPEG picture, not the picture', hint: decodeHint },
	],
	[
		/^(?:data:[^,]{1,99},)?iVBORw0KGgo/,
		{ is: 'the base64 text of a PNG picture, not the picture', hint: decodeHint },
	],
	[
		/^(?:data:[^,]{1,99},)?JVBERi0/,
		{ is: 'the base64 text of a PDF, not the PDF', hint: decodeHint },
	],
	[/^data:/, { is: 'a data: URL, not the file in it', hint: decodeHint }],
	[/^<(?:!doctype html|html|head|body)/i, { is: 'a web page (HTML)', hint: downloadHint }],
	[/<svg[\s>]/i, { is: 'an SVG drawing', hint: convertImageHint }],
	[/<html[\s>]/i, { is: 'a web page (HTML)', hint: downloadHint }],
	[/^<\?xml/, { is: 'an XML file', hint: downloadHint }],
	[/^\s*[[{][\s"{[\d\]}]/, { is: 'a JSON text', hint: downloadHint }],
	[
		/^(?:received|return-path|delivered-to|mime-version|message-id|from|date|subject|x-[\w-]{1,40}): /i,
		{
			is: 'an e-mail message (.eml)',
			hint: 'Take the attachments out of it, and recognize those.',
		},
	],
];

export const plainText: RefusedFormat = {
	is: 'a text file',
	hint: "There is nothing to recognize in it: n8n's Extract from File node reads it as it is.",
};
