import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { OperationId } from '../../nodes/YandexVisionOcr/vision/operationId';
import { quickClock } from '../support/faults/quickClock';
import { payloadOf, realService } from '../support/faults/realService';
import { seededRandom } from '../support/seededRandom';
import { trials } from '../support/trials';

const PAGES = 3;
const pdf = readFileSync(join(__dirname, '../fixtures/images/scanned-3-pages-object-streams.pdf'));
const random = seededRandom(10);

let server: OcrServer;
let operationId: OperationId;
let whole: Buffer;

beforeAll(async () => {
	server = await startOcrServer({
		quotas: { submit: 1e6, state: 1e6, result: 1e6 },
		stub: { pagesPerFile: PAGES, wordsPerPage: 1, vocabulary: ['слово'] },
		jobSeconds: 0,
		notReadySeconds: 0,
	});
	const { service, policy, dispose } = await realService(server, { clock: quickClock(20), random });
	const submitted = await service.submit(payloadOf(pdf, 'application/pdf'), policy);
	if (!submitted.ok) throw new Error(submitted.why);
	operationId = submitted.value;
	dispose();
	const url = `${server.url}/ocr/v1/getRecognition?operationId=${operationId}`;
	const headers = { authorization: `Api-Key ${server.apiKey}` };
	whole = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
});
afterAll(() => server.close());

async function readPages(): Promise<readonly number[]> {
	const { service, policy, dispose } = await realService(server, { clock: quickClock(20), random });
	const pages: number[] = [];
	const ending = await service.result(
		operationId,
		policy,
		() => {
			pages.length = 0;
		},
		(value) => {
			const { result } = value as { result: { page?: string } };
			pages.push(Number(result.page ?? 0));
		},
	);
	dispose();
	expect(ending.ok).toBe(true);
	return pages;
}

/** Every cut in the full run; in the quick one some, the ends of lines among them. */
function cuts(): readonly number[] {
	const ends = [...whole.entries()]
		.filter(([, byte]) => byte === 10)
		.flatMap(([at]) => [at, at + 1]);
	const all = trials(0, whole.length - 1);
	const some = trials(6, 0).map(() => 1 + Math.floor(random() * (whole.length - 1)));
	return [...new Set([...all, ...some, ...ends])].filter((at) => at < whole.length);
}

const allPages = Array.from({ length: PAGES }, (_, page) => page);

test.each(['length', 'chunked', 'shortLength', 'close'] as const)(
	'a result that is cut anywhere (%s) is read again, never taken for a shorter one inside a line',
	async (framing) => {
		for (const keep of cuts()) {
			server.clearFaults();
			server.addFault({ on: 'result', kind: 'truncated', framing, keep, times: 1 });
			const isFramed = framing === 'length' || framing === 'chunked';
			const isBetweenPages = whole[keep] === 10 || whole[keep - 1] === 10;
			const pages = await readPages();
			// Where the body's length is not told, a cut between pages looks whole: the gap tells then.
			const seen = !isFramed && isBetweenPages ? allPages.slice(0, pages.length) : allPages;
			expect({ keep, pages }).toEqual({ keep, pages: seen });
		}
	},
	600_000,
);

test('pages that came before the connection broke come once, in order', async () => {
	for (const trial of trials(5, 500)) {
		server.clearFaults();
		server.addFault({ on: 'result', kind: 'resetMidBody', times: (trial % 3) + 1 });
		expect(await readPages()).toEqual(allPages);
	}
}, 600_000);
