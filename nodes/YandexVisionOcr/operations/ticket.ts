import type { IDataObject } from 'n8n-workflow';
import type { SourceFacts } from '../items/shape';
import type { Orientation } from '../pages/turn';

/** What Submit hands on about a file, for Get Result. */
export interface Ticket {
	readonly source: SourceFacts;
	/** Whether the file's size and orientation came along, which the stored frame needs. */
	readonly hasGeometry: boolean;
	/** Milliseconds since 1970. */
	readonly submittedAtMs: number | undefined;
}

/**
 * What an item still has of what Submit handed on. Nothing is required: nodes in between may have
 * changed the item, or the operation ID may come from an error or from another system.
 */
export function readTicket(json: IDataObject, operationId: string): Ticket {
	const source = asObject(json.source);
	const geometry = asObject(json.geometry);
	const orientation = orientations.find((candidate) => candidate === geometry.orientation);
	const submittedAt = typeof json.submittedAt === 'string' ? Date.parse(json.submittedAt) : NaN;
	return {
		source: {
			file: text(json.file) ?? operationId,
			binaryField: text(source.binaryField),
			mimeType: text(source.mimeType),
			bytes: count(source.bytes),
			sha256: text(source.sha256),
			model: text(json.model),
			operationId,
			orientation: orientation ?? 1,
			...optional('storedWidth', count(geometry.width)),
			...optional('storedHeight', count(geometry.height)),
			...optional('pageCount', count(json.pages)),
		},
		hasGeometry: orientation !== undefined,
		submittedAtMs: Number.isNaN(submittedAt) ? undefined : submittedAt,
	};
}

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

function asObject(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

function count(value: unknown): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function optional<Name extends string>(
	name: Name,
	value: number | null,
): Partial<Record<Name, number>> {
	return value === null ? {} : ({ [name]: value } as Record<Name, number>);
}
