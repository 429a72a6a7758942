import type { Row } from './figure';
import { asyncBatch } from './rows/asyncBatch';
import { defaultBatch } from './rows/defaultBatch';
import { detection } from './rows/detection';
import { eventLoop } from './rows/eventLoop';
import { flatten } from './rows/flatten';
import { fourExecutions } from './rows/fourExecutions';
import { halfQuota } from './rows/halfQuota';
import { itemSize } from './rows/itemSize';
import { largeFiles } from './rows/largeFiles';
import { pacing } from './rows/pacing';
import { raisedQuota } from './rows/raisedQuota';
import { readAnswer } from './rows/readAnswer';
import { requestBody } from './rows/requestBody';
import { requestBodyMemory } from './rows/requestBodyMemory';
import { smallImage } from './rows/smallImage';
import { upload } from './rows/upload';

/** In the order in which they are run and told. */
export const rows: readonly Row[] = [
	requestBody,
	requestBodyMemory,
	upload,
	readAnswer,
	flatten,
	eventLoop,
	pacing,
	asyncBatch,
	detection,
	itemSize,
	largeFiles,
	defaultBatch,
	smallImage,
	halfQuota,
	raisedQuota,
	fourExecutions,
];
