import { worstWindow } from '../../test/support/requestWindows';
import { timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems } from '../files';
import { withServer } from '../server/benchServer';

interface Pace {
	readonly perSecond: number;
	readonly files: number;
	readonly endpoint: 'sync' | 'submit';
	/** The least share of the quota that should be used. */
	readonly bar: number;
}

const paces: readonly Pace[] = [
	{ perSecond: 1, files: 15, endpoint: 'sync', bar: 0.97 },
	{ perSecond: 10, files: 150, endpoint: 'submit', bar: 0.97 },
	{ perSecond: 50, files: 500, endpoint: 'submit', bar: 0.95 },
];

/** P7: how much of a quota is used, as the server sees the requests arrive. */
export const pacing: Row = {
	title: 'Use of the quota at 1, 10 and 50 requests per second',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const figures: Figure[] = [];
		for (const pace of paces) figures.push(...(await measurePace(pace)));
		return figures;
	},
};

async function measurePace({ perSecond, files, endpoint, bar }: Pace): Promise<readonly Figure[]> {
	const quotas = { [endpoint]: perSecond };
	const [arrivals, refused] = await withServer({ quotas }, async (server) => {
		await timeBatch(server, pictureItems(files), {
			processingMode: endpoint === 'sync' ? 'sync' : 'async',
			[endpoint === 'sync' ? 'syncRequestsPerSecond' : 'asyncRequestsPerSecond']: perSecond,
		});
		const { counts } = await server.log();
		return [await server.arrivals(endpoint), counts.overQuota[endpoint]] as const;
	});
	const spanSeconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
	const achieved = (arrivals.length - 1) / spanSeconds;
	const name = `P7 pace at ${perSecond}/s, ${files} files`;
	return [
		{
			name,
			value: `${compact(achieved)}/s`,
			measured: achieved / perSecond,
			unit: 'of the quota',
			bar,
			reach: 'atLeast',
		},
		{
			name: `${name}, worst second`,
			value: `${refused} refused`,
			measured: worstWindow(arrivals),
			unit: 'requests in any second',
			bar: perSecond,
			reach: 'atMost',
		},
	];
}
