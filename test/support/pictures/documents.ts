import { createCanvas } from '@napi-rs/canvas';

import { png, sheet, write } from './sheet';

/** A page with a title, headings, paragraphs and a list, and nothing else. */
export function headings(): Buffer {
	const page = sheet(900, 620);
	const { pen } = page;
	write(pen, 'Annual Report', [50, 40], 52, 'bold');
	write(pen, 'The year in short', [50, 140], 34, 'bold');
	write(pen, 'We read many pages and wrote down every word.', [50, 200], 24);
	write(pen, 'Most of them were clean and some were not.', [50, 234], 24);
	write(pen, 'What happens next, perhaps', [50, 310], 34, 'bold');
	write(pen, '- more pages', [50, 370], 24);
	write(pen, '- fewer mistakes', [50, 404], 24);
	write(pen, '- one small surprise', [50, 438], 24);
	return png(page);
}

/** Two columns of text: read down the left one first. */
export function columns(): Buffer {
	const page = sheet(1000, 420);
	const text = ['The first column', 'starts at the left', 'and ends below.'];
	const next = ['Now the second', 'column goes on', 'to the very end.'];
	text.forEach((line, index) => write(page.pen, line, [50, 60 + index * 60], 32));
	next.forEach((line, index) => write(page.pen, line, [560, 60 + index * 60], 32));
	return png(page);
}

/** Text turned clockwise in the pixels themselves: nothing in the file tells. */
export function sideways(): Buffer {
	const upright = sheet(640, 300);
	write(upright.pen, 'This page lies on its side', [40, 60], 40);
	write(upright.pen, 'and wants to be read', [40, 140], 40);
	const canvas = createCanvas(300, 640);
	const pen = canvas.getContext('2d');
	pen.setTransform(0, 1, -1, 0, 300, 0);
	pen.drawImage(upright.canvas, 0, 0);
	return png({ canvas, pen });
}

/** A number plate on a grey car, with other words around. */
export function plate(): Buffer {
	const page = sheet(640, 320);
	const { pen } = page;
	write(pen, 'Parking level two', [40, 30], 32);
	pen.lineWidth = 4;
	pen.strokeRect(120, 140, 400, 100);
	write(pen, 'A123BC 77', [150, 155], 68, 'bold');
	return png(page);
}

/** Something like the logo in a mail's signature: small, coloured, hardly a word. */
export function logo(): Buffer {
	const page = sheet(96, 40);
	const { pen } = page;
	pen.fillStyle = '#0b7285';
	pen.beginPath();
	pen.arc(20, 20, 16, 0, 2 * Math.PI);
	pen.fill();
	pen.fillStyle = '#495057';
	write(pen, 'acme', [42, 10], 20, 'bold');
	return png(page);
}

export function blank(): Buffer {
	return png(sheet(300, 200));
}
