import { ParameterReader } from './parameterValues';
import { failed, ok, type Result } from './problem';

/** A rectangle of the displayed page; `unit` says what its numbers count in. */
export interface RegionOption {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly unit: CoordinateUnit;
}

export type CoordinateUnit = 'pixel' | 'fraction' | 'percent';

/** The collection “Options”, complete: what was not added has its default. */
export interface Options {
	readonly processingMode: 'auto' | 'sync' | 'async';
	readonly syncRequestsPerSecond: number;
	readonly asyncRequestsPerSecond: number;
	readonly maxWaitSeconds: number;
	/** 0: by the size of what is sent. */
	readonly requestTimeoutSeconds: number;
	readonly maxAttempts: number;
	readonly retryWhenUnsure: boolean;
	readonly outageSeconds: number;
	readonly coordinateUnit: CoordinateUnit;
	readonly coordinateFrame: 'displayed' | 'stored';
	readonly pages: string;
	readonly region: RegionOption | undefined;
	/** Percent of a word's area; 0: by its centre. */
	readonly regionOverlap: number;
	readonly inputFields: 'none' | 'all' | 'chosen';
	readonly inputFieldNames: readonly string[];
	readonly keepBinary: boolean;
	readonly dataLogging: boolean;
	readonly maxItems: number;
	readonly wordsAsFile: 'none' | 'jsonl' | 'csv';
	readonly csvSafe: boolean;
	readonly firstRowIsHeader: boolean;
	readonly skippedAsItems: boolean;
	readonly whenEmpty: 'nothing' | 'item';
	readonly fileTypes: readonly string[];
	readonly fileNamePattern: string;
	readonly minBytes: number;
	readonly minPixels: number;
}

/** What holds where the user added nothing. */
export const DEFAULT_OPTIONS: Options = {
	processingMode: 'auto',
	syncRequestsPerSecond: 1,
	asyncRequestsPerSecond: 10,
	maxWaitSeconds: 600,
	requestTimeoutSeconds: 0,
	maxAttempts: 3,
	retryWhenUnsure: true,
	outageSeconds: 120,
	coordinateUnit: 'pixel',
	coordinateFrame: 'displayed',
	pages: '',
	region: undefined,
	regionOverlap: 0,
	inputFields: 'none',
	inputFieldNames: [],
	keepBinary: false,
	dataLogging: false,
	maxItems: 50_000,
	wordsAsFile: 'none',
	csvSafe: false,
	firstRowIsHeader: true,
	skippedAsItems: false,
	whenEmpty: 'nothing',
	fileTypes: [],
	fileNamePattern: '',
	minBytes: 0,
	minPixels: 0,
};

const units = ['pixel', 'fraction', 'percent'] as const;

/** @param given the collection as n8n hands it over: only what the user added */
export function readOptions(given: Readonly<Record<string, unknown>>): Result<Options> {
	const read = new ParameterReader(given);
	const defaults = DEFAULT_OPTIONS;
	const region = readRegion(read.group('region'));
	if (!region.ok) return region;
	return read.result({
		processingMode: read.choice(
			'processingMode',
			['auto', 'sync', 'async'],
			defaults.processingMode,
		),
		syncRequestsPerSecond: read.number(
			'syncRequestsPerSecond',
			defaults.syncRequestsPerSecond,
			0.01,
		),
		asyncRequestsPerSecond: read.number(
			'asyncRequestsPerSecond',
			defaults.asyncRequestsPerSecond,
			0.01,
		),
		maxWaitSeconds: read.number('maxWaitSeconds', defaults.maxWaitSeconds, 1),
		requestTimeoutSeconds: read.number('requestTimeoutSeconds', defaults.requestTimeoutSeconds, 0),
		maxAttempts: read.number('maxAttempts', defaults.maxAttempts, 1),
		retryWhenUnsure: read.flag('retryWhenUnsure', defaults.retryWhenUnsure),
		outageSeconds: read.number('outageSeconds', defaults.outageSeconds, 1),
		coordinateUnit: read.choice('coordinateUnit', units, defaults.coordinateUnit),
		coordinateFrame: read.choice(
			'coordinateFrame',
			['displayed', 'stored'],
			defaults.coordinateFrame,
		),
		pages: read.text('pages', defaults.pages),
		region: region.value,
		regionOverlap: read.number('regionOverlap', defaults.regionOverlap, 0),
		inputFields: read.choice('inputFields', ['none', 'all', 'chosen'], defaults.inputFields),
		inputFieldNames: read.list('inputFieldNames', defaults.inputFieldNames),
		keepBinary: read.flag('keepBinary', defaults.keepBinary),
		dataLogging: read.flag('dataLogging', defaults.dataLogging),
		maxItems: read.number('maxItems', defaults.maxItems, 1),
		wordsAsFile: read.choice('wordsAsFile', ['none', 'jsonl', 'csv'], defaults.wordsAsFile),
		csvSafe: read.flag('csvSafe', defaults.csvSafe),
		firstRowIsHeader: read.flag('firstRowIsHeader', defaults.firstRowIsHeader),
		skippedAsItems: read.flag('skippedAsItems', defaults.skippedAsItems),
		whenEmpty: read.choice('whenEmpty', ['nothing', 'item'], defaults.whenEmpty),
		fileTypes: read.list('fileTypes', defaults.fileTypes),
		fileNamePattern: read.text('fileNamePattern', defaults.fileNamePattern),
		minBytes: read.number('minBytes', defaults.minBytes, 0),
		minPixels: read.number('minPixels', defaults.minPixels, 0),
	});
}

function readRegion(
	given: Readonly<Record<string, unknown>> | undefined,
): Result<RegionOption | undefined> {
	if (given === undefined) return ok(undefined);
	const outer = new ParameterReader(given);
	const rectangle = outer.group('rectangle');
	const checked = outer.result(rectangle);
	if (!checked.ok) return failed(checked.error);
	if (rectangle === undefined) return ok(undefined);
	const read = new ParameterReader(rectangle);
	return read.result({
		x: read.number('x', 0, -Number.MAX_VALUE),
		y: read.number('y', 0, -Number.MAX_VALUE),
		width: read.number('width', 100, 0),
		height: read.number('height', 100, 0),
		unit: read.choice('unit', units, 'percent'),
	});
}
