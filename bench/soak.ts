import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { soakForReal } from './soak/real';
import { isPassed, reportText, type SoakReport } from './soak/report';
import { soakVirtually } from './soak/virtual';

const SEEDS = 20;
const DEFAULT_MINUTES = 10;

/** `npm run soak`, or `npm run soak -- 30` for so many minutes; writes SOAK.md after the default time. */
async function main(minutes: number): Promise<void> {
	const reports: SoakReport[] = [];
	const tell = (report: SoakReport) => {
		reports.push(report);
		console.log(reportText(report));
	};
	for (let seed = 1; seed <= SEEDS; seed++) tell(await soakVirtually(seed));
	tell(await soakForReal(minutes));
	if (minutes >= DEFAULT_MINUTES) {
		const text = reports.map(reportText).join('\n\n');
		writeFileSync(
			join(__dirname, 'SOAK.md'),
			`# Soak\n\nWritten by \`npm run soak\`.\n\n\`\`\`\n${text}\n\`\`\`\n`,
		);
	}
	if (!reports.every(isPassed)) process.exitCode = 1;
}

void main(Number(process.argv[2] ?? DEFAULT_MINUTES));
