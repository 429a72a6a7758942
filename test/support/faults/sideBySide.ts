import type { OcrServer } from '../../../ocr-server/server';

/** Most of a trial is waiting. */
const SERVERS = 10;

/** Deals trials out to a few servers, which work at the same time, each on one trial after the other. */
export async function sideBySide<Server extends Pick<OcrServer, 'close'>>(
	trials: readonly number[],
	serve: () => Promise<Server>,
	work: (trial: number, server: Server) => Promise<void>,
): Promise<void> {
	const shares = Array.from({ length: SERVERS }, (_, share) =>
		trials.filter((trial) => trial % SERVERS === share),
	);
	await Promise.all(
		shares.map(async (share) => {
			if (share.length === 0) return;
			const server = await serve();
			try {
				for (const trial of share) await work(trial, server);
			} finally {
				await server.close();
			}
		}),
	);
}
