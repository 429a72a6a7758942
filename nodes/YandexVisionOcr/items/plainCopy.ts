import type { IDataObject } from 'n8n-workflow';

const MAX_DEPTH = 64;
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of parsed JSON without keys that could reach an object's prototype when n8n or a later
 * node copies it field by field. What lies deeper than any answer of the service is cut off as null.
 */
export function plainCopy(value: object): IDataObject {
	return copyObject(value as Readonly<Record<string, unknown>>, MAX_DEPTH);
}

function copyObject(value: Readonly<Record<string, unknown>>, depth: number): IDataObject {
	const copy: IDataObject = {};
	for (const key of Object.keys(value)) {
		if (!DANGEROUS.has(key)) copy[key] = copyValue(value[key], depth - 1) as IDataObject;
	}
	return copy;
}

function copyValue(value: unknown, depth: number): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (depth === 0) return null;
	if (Array.isArray(value)) return value.map((element: unknown) => copyValue(element, depth - 1));
	return copyObject(value as Readonly<Record<string, unknown>>, depth);
}
