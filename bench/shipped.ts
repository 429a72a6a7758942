import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(__dirname, '../dist/nodes/YandexVisionOcr');
const load = createRequire(__filename);

/**
 * The code as it is shipped. What runs the benchmarks compiles sources on the fly into modules
 * whose every call goes through a getter, which the innermost loops would feel.
 */
function shipped<Module>(path: string): Module {
	return load(join(folder, path)) as Module;
}

export const { clock } = shipped<typeof import('../nodes/YandexVisionOcr/clock')>('clock');
export const { createCollector } =
	shipped<typeof import('../nodes/YandexVisionOcr/items/collector')>('items/collector');
export const { AnswerItems } =
	shipped<typeof import('../nodes/YandexVisionOcr/operations/answerItems')>(
		'operations/answerItems',
	);
export const { createBreather } =
	shipped<typeof import('../nodes/YandexVisionOcr/operations/breather')>('operations/breather');
export const { outputItems } =
	shipped<typeof import('../nodes/YandexVisionOcr/outputItems')>('outputItems');
export const { Poller } =
	shipped<typeof import('../nodes/YandexVisionOcr/pacing/poller')>('pacing/poller');
export const { pageFromWire } =
	shipped<typeof import('../nodes/YandexVisionOcr/pages/fromWire')>('pages/fromWire');
export const { receiveAnswer } =
	shipped<typeof import('../nodes/YandexVisionOcr/vision/receiveAnswer')>('vision/receiveAnswer');
export const { createSendRequest } =
	shipped<typeof import('../nodes/YandexVisionOcr/vision/request')>('vision/request');
export const { recognitionBody } =
	shipped<typeof import('../nodes/YandexVisionOcr/vision/requestBody')>('vision/requestBody');
