import { cancelOpenOperations } from '../nodes/YandexVisionOcr/cancelOpenOperations';
import { PacingRegistry } from '../nodes/YandexVisionOcr/pacing/shared';
import type { Session } from '../nodes/YandexVisionOcr/session';
import type { OperationId } from '../nodes/YandexVisionOcr/vision/operationId';
import { VirtualClock } from './support/virtualClock';

const early = 'fbv1' as OperationId;
const late = 'fbv2' as OperationId;

test('a submission that is answered in the moment of the stop is cancelled as well', async () => {
	const clock = new VirtualClock();
	const cancelled: string[] = [];
	const client = {
		cancel: async (operationId: OperationId) => {
			cancelled.push(operationId);
			return { kind: 'done', value: { id: operationId, done: true } };
		},
	} as Partial<Session['client']> as Session['client'];
	const openOperations = new Set([early]);
	const { pacing } = new PacingRegistry().lease('account', { clock, random: () => 0.5 });
	const answered = Promise.resolve()
		.then(() => Promise.resolve())
		.then(() => openOperations.add(late));

	await clock.run(cancelOpenOperations({ clock, client, openOperations, pacing }));
	await answered;
	expect(cancelled).toEqual([early, late]);
});
