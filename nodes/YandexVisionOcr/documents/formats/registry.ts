import type { Format } from './format';
import { jpeg } from './jpeg';
import { pdf } from './pdf';
import { png } from './png';

/** The formats the service reads (API.md, Quotas and limits). To add one: its file, and a line here. */
export const formats = { jpeg, png, pdf } as const satisfies Record<string, Format<unknown>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

type Inspected = ReturnType<(typeof formats)[FormatName]['inspect']>;

/** What is known of a readable file from its bytes. */
export type FileFacts = Extract<Inspected, { readonly ok: true }>['value'];
