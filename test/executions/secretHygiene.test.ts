import fc from 'fast-check';
import type { IDataObject, OnError } from 'n8n-workflow';
import type { Endpoint } from '../../ocr-server/endpoint';
import type { FaultAction } from '../../ocr-server/faults/fault';
import { secretForms } from '../../nodes/YandexVisionOcr/vision/secretForms';
import { pngChunk, pngWith } from '../documents/build';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import {
	everythingLogged,
	everythingThatLeaves,
	watchConsole,
} from '../support/secrets/everythingThatLeaves';
import { leaksIn, type Secrets } from '../support/secrets/leaks';
import { signInBy, storedToken, ways, type SignIn, type Way } from '../support/secrets/signIns';
import { trials } from '../support/trials';

const marked = `MARKED-DOCUMENT-${'0123456789abcdef'.repeat(4)}`;
const png = pngWith([pngChunk('tEXt', Buffer.from(`Comment\0${marked}`))]);
const document = {
	'the document': marked,
	"the document's start": png.toString('base64', 0, 60),
};

/** A call of the service, and the operation of the node that makes it. */
interface Call {
	readonly endpoint: Endpoint;
	readonly parameters: IDataObject;
	readonly options?: IDataObject;
}

const calls: readonly Call[] = [
	{ endpoint: 'sync', parameters: {}, options: { processingMode: 'sync' } },
	{ endpoint: 'submit', parameters: { operation: 'submit' } },
	{ endpoint: 'state', parameters: {}, options: { processingMode: 'async' } },
	{ endpoint: 'result', parameters: {}, options: { processingMode: 'async' } },
	{
		endpoint: 'cancel',
		parameters: { operation: 'cancel', operationId: 'fbv0123456789abcdefg' },
	},
];

const onErrors: readonly OnError[] = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
];

const echoes: readonly FaultAction[] = [
	...[200, 400, 401, 403, 404, 413, 429, 500, 503].map(
		(status) => ({ kind: 'echo', status }) as const,
	),
	...(['headers', 'reason', 'location'] as const).flatMap((where) =>
		[200, 302, 400, 401].map((status) => ({ kind: 'echo', status, where }) as const),
	),
];

const statuses: readonly FaultAction[] = [
	...[400, 401, 403, 404, 408, 409, 413, 499, 500, 501, 504].map(
		(status) => ({ kind: 'status', status }) as const,
	),
	{ kind: 'status', status: 400, shape: 'plain' },
	{ kind: 'status', status: 401, shape: 'empty' },
	{ kind: 'status', status: 413, abrupt: true },
	{ kind: 'status', status: 429, retryAfter: '3600' },
	{ kind: 'status', status: 502, shape: 'html' },
	{ kind: 'status', status: 503, retryAfter: '3600' },
];

const broken: readonly FaultAction[] = [
	...[301, 307].map(
		(status) => ({ kind: 'redirect', status, location: 'http://127.0.0.1:1/' }) as const,
	),
	{ kind: 'redirect', location: '/elsewhere' },
	...(['arrival', 'received', 'answered'] as const).map(
		(when) => ({ kind: 'reset', when }) as const,
	),
	{ kind: 'resetMidBody' },
	{ kind: 'silence' },
	...(['length', 'shortLength', 'chunked', 'close'] as const).map(
		(framing) => ({ kind: 'truncated', framing }) as const,
	),
	{ kind: 'body', body: '{"result": 7}' },
	{ kind: 'body', body: 'no JSON', contentType: 'text/plain' },
	{ kind: 'empty' },
	{ kind: 'html' },
	{ kind: 'gzipBomb', mebibytes: 8 },
	{ kind: 'endless' },
	{ kind: 'blankLines' },
	{ kind: 'deepJson' },
];

/** What the service says when it knows the secrets, in every spelling, among ordinary words. */
function quoting({ secrets }: SignIn): string {
	const forms = Object.values({ ...secrets, ...document }).flatMap(secretForms);
	return forms.map((form) => `token ${form} is not valid`).join('; ');
}

const quoted: readonly NamedFault[] = [
	[
		'an error that quotes',
		(signIn) => ({ kind: 'status', status: 400, message: quoting(signIn).slice(0, 1500) }),
	],
	[
		'an error that ends with quotes',
		(signIn) => ({ kind: 'status', status: 403, message: quoting(signIn).slice(-1500) }),
	],
	[
		'a line of the answer that quotes',
		(signIn) => ({
			kind: 'body',
			body: JSON.stringify({ error: { grpcCode: 3, message: quoting(signIn) } }),
		}),
	],
];

type NamedFault = readonly [name: string, fault: (signIn: SignIn) => FaultAction];

function named(faults: readonly FaultAction[]): readonly NamedFault[] {
	return faults.map((fault) => [JSON.stringify(fault), () => fault]);
}

/** Where the fault strikes: the call itself, or the exchange of what was pasted for a token. */
const signIns: ReadonlyArray<readonly [way: Way, at: 'call' | 'exchange']> = [
	['apiKey', 'call'],
	['iamToken', 'call'],
	['serviceAccountKey', 'call'],
	['oauthToken', 'call'],
	['serviceAccountKey', 'exchange'],
	['oauthToken', 'exchange'],
];

interface Case {
	readonly way: Way;
	readonly at: 'call' | 'exchange';
	readonly call: Call;
	readonly onError: OnError;
	readonly fault: NamedFault;
}

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

const ends = signIns.flatMap(([way, at]) => calls.map((call) => ({ way, at, call })));

/** A fault meets each setting once, other calls and ways to sign in in each run; or all with all. */
function casesOf(fault: NamedFault, faultIndex: number): readonly Case[] {
	return trials(1, ends.length).flatMap((trial) =>
		onErrors.flatMap((onError, index) => {
			const end = ends[(seed + 7 * faultIndex + 11 * index + trial) % ends.length];
			return end === undefined ? [] : [{ ...end, onError, fault }];
		}),
	);
}

interface Finding {
	readonly case: string;
	readonly failed: boolean;
	readonly leaks: readonly string[];
	readonly secrets: Secrets;
}

async function find({ way, at, call, onError, fault: [name, fault] }: Case): Promise<Finding> {
	const signIn = await signInBy(way);
	const { server, credential, secrets } = signIn;
	server.addFault({ ...fault(signIn), on: at === 'call' ? call.endpoint : 'tokens' });
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['marked.png', png] })],
		credentials: { yandexVisionOcrApi: credential },
		parameters: {
			...call.parameters,
			options: { ...call.options, maxAttempts: 1, maxWaitSeconds: 1, requestTimeoutSeconds: 1 },
		},
		onError,
		binaryMode: 'filesystem',
	});
	const left = await everythingThatLeaves(execution, server);
	await server.close();
	const stored = storedToken(execution.credentials.read('yandexVisionOcrApi'));
	const kept = { ...secrets, ...stored, ...document };
	return {
		case: [name, way, at, call.endpoint, onError].join(', '),
		failed: execution.error !== undefined || errorsIn(execution) > 0,
		leaks: leaksIn(left, kept),
		secrets: kept,
	};
}

function errorsIn(execution: Awaited<ReturnType<typeof recognizeLocally>>): number {
	return errorsOf(execution).length + execution.items('Yandex Vision OCR', 1).length;
}

/** What of these cases' secrets was logged: the logs of those that ran at once are one. */
function leaksInLogs(findings: readonly Finding[]): readonly string[] {
	const logged = everythingLogged();
	return findings.flatMap(({ case: name, secrets }) =>
		leaksIn(logged, secrets).map((leak) => `${name}: ${leak}`),
	);
}

beforeEach(watchConsole);
afterEach(() => jest.restoreAllMocks());

/** So many at once that those which wait cost no time, and so few that all are served in time. */
const AT_ONCE = 36;

test.each([
	['when the service echoes what was sent', named(echoes)],
	['when the service quotes the secrets', quoted],
	['when the service refuses', named(statuses)],
	['when the answer is broken', named(broken)],
])(
	'nothing secret leaves %s',
	async (_when, faults) => {
		const cases = faults.flatMap(casesOf);
		const findings: Finding[] = [];
		const logged: string[] = [];
		for (let from = 0; from < cases.length; from += AT_ONCE) {
			const found = await Promise.all(cases.slice(from, from + AT_ONCE).map(find));
			logged.push(...leaksInLogs(found));
			findings.push(...found);
			watchConsole();
		}
		expect(findings.filter(({ leaks }) => leaks.length > 0)).toEqual([]);
		expect(logged).toEqual([]);
		expect(findings.filter(({ failed }) => !failed)).toEqual([]);
	},
	trials(1, 20).length * 60_000,
);

/** An error that quotes one secret in one spelling, anywhere in a text of any length. */
function quotingFault(secrets: Secrets): fc.Arbitrary<FaultAction> {
	const forms = Object.values({ ...secrets, ...document }).flatMap(secretForms);
	const words = fc.string({
		unit: fc.constantFrom('a', ' ', '"', '\\', '.', '%', '=', '\n', 'й', '<b>'),
		maxLength: 2500,
	});
	return fc
		.record({
			status: fc.constantFrom(400, 403, 404, 409, 413, 499, 500, 501, 504),
			shape: fc.constantFrom('wrapped' as const, 'plain' as const),
			before: words,
			form: fc.constantFrom(...forms),
			after: words,
		})
		.map(({ status, shape, before, form, after }) => ({
			kind: 'status',
			status,
			shape,
			message: before + form + after,
		}));
}

test(
	'nothing secret leaves wherever an error quotes it and however it is spelt',
	async () => {
		for (const trial of trials(2, 100)) {
			const { server, credential, secrets } = await signInBy(ways[trial % ways.length] as Way);
			const sample = { numRuns: 20, seed: seed + trial };
			const faults = fc.sample(quotingFault(secrets), sample);
			for (const fault of faults) server.addFault({ ...fault, on: 'sync', times: 1 });
			const execution = await recognizeLocally(server, {
				items: faults.map(() => itemWith({ data: ['marked.png', png] })),
				credentials: { yandexVisionOcrApi: credential },
				parameters: { options: { processingMode: 'sync', maxAttempts: 1 } },
				onError: 'continueRegularOutput',
				binaryMode: 'filesystem',
			});
			const left = await everythingThatLeaves(execution, server);
			await server.close();

			expect([seed, trial, errorsOf(execution).length]).toEqual([seed, trial, faults.length]);
			const leaks = leaksIn(left + everythingLogged(), { ...secrets, ...document });
			expect([seed, trial, leaks]).toEqual([seed, trial, []]);
		}
	},
	trials(60, 600).length * 1000,
);
