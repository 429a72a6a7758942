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

const units = ['pixel', 'fraction', 'percent'] as const;

/** @param given the collection as n8n hands it over: only what the user added */
export function readOptions(given: Readonly<Record<string, unknown>>): Result<Options> {
	const read = new ParameterReader(given);
	const region = readRegion(read.group('region'));
	if (!region.ok) return region;
	return read.result({
		processingMode: read.choice('processingMode', ['auto', 'sync', 'async'], 'auto'),
		syncRequestsPerSecond: read.number('syncRequestsPerSecond', 1, 0.01),
		asyncRequestsPerSecond: read.number('asyncRequestsPerSecond', 10, 0.01),
		maxWaitSeconds: read.number('maxWaitSeconds', 600, 1),
		requestTimeoutSeconds: read.number('requestTimeoutSeconds', 0, 0),
		maxAttempts: read.number('maxAttempts', 3, 1),
		retryWhenUnsure: read.flag('retryWhenUnsure', true),
		outageSeconds: read.number('outageSeconds', 120, 1),
		coordinateUnit: read.choice('coordinateUnit', units, 'pixel'),
		coordinateFrame: read.choice('coordinateFrame', ['displayed', 'stored'], 'displayed'),
		pages: read.text('pages', ''),
		region: region.value,
		regionOverlap: read.number('regionOverlap', 0, 0),
		inputFields: read.choice('inputFields', ['none', 'all', 'chosen'], 'none'),
		inputFieldNames: read.list('inputFieldNames', []),
		keepBinary: read.flag('keepBinary', false),
		dataLogging: read.flag('dataLogging', false),
		maxItems: read.number('maxItems', 50_000, 1),
		wordsAsFile: read.choice('wordsAsFile', ['none', 'jsonl', 'csv'], 'none'),
		csvSafe: read.flag('csvSafe', false),
		firstRowIsHeader: read.flag('firstRowIsHeader', true),
		skippedAsItems: read.flag('skippedAsItems', false),
		whenEmpty: read.choice('whenEmpty', ['nothing', 'item'], 'nothing'),
		fileTypes: read.list('fileTypes', []),
		fileNamePattern: read.text('fileNamePattern', ''),
		minBytes: read.number('minBytes', 0, 0),
		minPixels: read.number('minPixels', 0, 0),
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
