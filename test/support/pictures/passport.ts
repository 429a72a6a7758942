import { jpeg, sheet, write } from './sheet';

/** Obviously nobody's: every value is a made-up word or a number with no meaning. */
const FIELDS = [
	['Surname', 'SPECIMEN'],
	['Name', 'NOBODY'],
	['Middle name', 'EXAMPLE'],
	['Gender', 'F'],
	['Citizenship', 'UTOPIA'],
	['Birth date', '01.02.1900'],
	['Birth place', 'NOWHERE'],
	['Number', '00 00 000000'],
	['Issued by', 'OFFICE OF TESTS'],
	['Issue date', '03.04.2000'],
	['Subdivision', '000-000'],
] as const;

/** A page that looks like a passport's: fields with labels and a box where a photo would be. */
export function passport(): Buffer {
	const page = sheet(900, 640);
	const { pen } = page;
	pen.fillStyle = '#fbf3f3';
	pen.fillRect(0, 0, 900, 640);
	pen.fillStyle = '#7d8fa9';
	pen.fillRect(40, 120, 220, 290);
	pen.fillStyle = '#c9b29b';
	pen.beginPath();
	pen.ellipse(150, 250, 60, 80, 0, 0, 2 * Math.PI);
	pen.fill();
	pen.fillStyle = 'black';
	write(pen, 'PASSPORT OF UTOPIA - NOT A DOCUMENT', [40, 40], 30, 'bold');
	FIELDS.forEach(([label, value], index) => {
		write(pen, `${label}: ${value}`, [310, 120 + index * 44], 26);
	});
	return jpeg(page, 75);
}
