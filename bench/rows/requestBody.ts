import { randomBytes } from 'node:crypto';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { MEBIBYTE } from '../files';
import { median, ratioOf, timeInTurn } from '../statistics';
import { recognitionBody } from '../shipped';

const request = { mimeType: 'PNG', model: 'page', languageCodes: ['*'] };

/** P1: the JSON body with the file in it, against copying so many bytes. */
export const requestBody: Row = {
	title: 'Request body of a file of 10 MiB',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const file = randomBytes(10 * MEBIBYTE);
		const whole = recognitionBody(request, file);
		const times = await timeInTurn({
			copy: () => Buffer.from(whole),
			body: () => recognitionBody(request, file),
			naive: () => Buffer.from(JSON.stringify({ ...request, content: file.toString('base64') })),
		});
		return [
			{
				name: 'P1 body of 10 MiB, time',
				value: `${compact(median(times.body))} ms (memcpy ${compact(median(times.copy))} ms)`,
				measured: ratioOf(times, 'body', 'copy'),
				unit: '× memcpy',
				bar: 4,
				reach: 'atMost',
			},
			{
				name: 'P1 body of 10 MiB, against JSON.stringify',
				value: `${compact(median(times.naive))} ms the naive way`,
				measured: ratioOf(times, 'naive', 'body'),
				unit: '× faster',
				bar: 6,
				reach: 'atLeast',
			},
		];
	},
};
