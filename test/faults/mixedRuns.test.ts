import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';
import { sideBySide } from '../support/faults/sideBySide';
import { seededRandom } from '../support/seededRandom';
import { trials } from '../support/trials';

const picture = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
const quotas = { sync: 1000, submit: 1000, state: 1000, result: 1000 };
const stub = { wordsPerPage: 3, recordings: false };

/** Failures of one file; none is waited out, so that a run takes no time. */
const faults: readonly Fault[] = [
	{ kind: 'status', status: 400 },
	{ kind: 'status', status: 500 },
	{ kind: 'reset' },
	{ kind: 'resetMidBody', on: ['sync', 'result'] },
	{ kind: 'html', on: ['sync', 'submit'] },
	{ kind: 'operationError', on: 'submit' },
	{ kind: 'status', status: 404, on: ['state', 'result'] },
];
const FILES = 8;

async function serve(): Promise<OcrServer> {
	return await startOcrServer({ quotas, stub, jobSeconds: 0 });
}

test('whatever fails, each input item comes out in its place, whole or as one error', async () => {
	await sideBySide(trials(6, 500), serve, async (trial, server) => {
		const random = seededRandom(trial);
		const fault = faults[trial % faults.length] as Fault;
		server.clearFaults();
		server.addFault({ probability: 0.4, ...fault });
		const broken = Array.from({ length: FILES }, () => random() < 0.2);
		const execution = await recognizeLocally(server, {
			items: broken.map((isBroken, index) =>
				isBroken
					? { json: {} }
					: itemWith({ data: [`${index}.png`, random() < 0.2 ? Buffer.from('text') : picture] }),
			),
			parameters: {
				options: {
					processingMode: random() < 0.5 ? 'sync' : 'async',
					maxAttempts: 1,
					maxWaitSeconds: 20,
				},
			},
			onError: 'continueRegularOutput',
		});

		expect(execution.status).toBe('success');
		const shapes = Array.from({ length: FILES }, (_, item) =>
			execution
				.items(ocrNode)
				.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item)
				.map(({ json }) => ('error' in json ? 'error' : 'word')),
		);
		for (const [item, shape] of shapes.entries()) {
			expect([['error'], ['word', 'word', 'word']]).toContainEqual(shape);
			if (broken[item] === true) expect(shape).toEqual(['error']);
		}
		const order = execution.items(ocrNode).map(({ pairedItem }) => pairedItem);
		expect(order).toEqual([...shapes.entries()].flatMap(([item, s]) => s.map(() => ({ item }))));
	});
}, 1_200_000);

/** What can go wrong once the service has the file. */
const afterSubmission: ReadonlyArray<readonly [what: string, fault: Fault]> = [
	['the state is refused', { kind: 'status', status: 403, on: 'state' }],
	['the state is nonsense', { kind: 'html', on: 'state', times: 40 }],
	['the result is refused', { kind: 'status', status: 400, on: 'result' }],
	['the result is unknown', { kind: 'status', status: 404, on: 'result' }],
	['the result never comes', { kind: 'silence', on: 'result' }],
];

test.each(afterSubmission)(
	'when %s, the error has the operation ID, and Get Result needs no second submission',
	async (_what, fault) => {
		await sideBySide(trials(1, 100), serve, async (_trial, server) => {
			server.clearFaults();
			server.addFault(fault);
			const before = { ...server.counts };
			const failed = await recognizeLocally(server, {
				items: [itemWith({ data: ['scan.png', picture] })],
				parameters: { options: { processingMode: 'async', maxWaitSeconds: 2 } },
				onError: 'continueRegularOutput',
			});
			const [error] = errorsOf(failed);
			expect(error?.operationId).toEqual(expect.any(String));

			server.clearFaults();
			const later = await recognizeLocally(server, {
				items: [{ json: { operationId: (error as IDataObject).operationId as string } }],
				parameters: { operation: 'getResult', operationId: '={{ $json.operationId }}' },
			});
			expect(later.items(ocrNode).map(({ json }) => typeof json.text)).toEqual([
				'string',
				'string',
				'string',
			]);
			expect(server.counts.operations - before.operations).toBe(1);
			expect(server.counts.billedPages - before.billedPages).toBe(1);
		});
	},
	1_200_000,
);
