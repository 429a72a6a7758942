import buffer from 'node:buffer';
import { inspect } from 'node:util';
import type { OcrServer } from '../../../ocr-server/server';
import { logs } from '../engine/logs';
import type { Execution } from '../engine/execution';
import { ocrNode } from '../engine/recognize';

/** What was written to the console of this process since `watchConsole`. */
const written: string[] = [];

/** Collects what the code under test logs and writes to the console, until jest restores its mocks. */
export function watchConsole(): void {
	written.length = 0;
	logs.length = 0;
	const keep = (...values: unknown[]): void => {
		written.push(shown(values));
	};
	for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
		jest.spyOn(console, method).mockImplementation(keep);
	}
	for (const stream of [process.stdout, process.stderr]) {
		jest.spyOn(stream, 'write').mockImplementation((text) => {
			keep(String(text));
			return true;
		});
	}
}

/** What all executions since `watchConsole` wrote: n8n's logs at every level, and the console. */
export function everythingLogged(): string {
	return [shown(logs), ...written].join('\n');
}

/**
 * Everything of an execution that somebody may come to see, beside the logs: items, errors with all
 * that hangs on them, hints, the execution as n8n's database keeps it, and what the service's operator
 * sees in its log.
 */
export async function everythingThatLeaves(
	execution: Execution,
	server: OcrServer,
): Promise<string> {
	const log = await fetch(`${server.url}/__admin/requests`);
	return [
		execution.stored(),
		JSON.stringify([execution.items(ocrNode), execution.items(ocrNode, 1)]),
		shown(execution.runData),
		shown(execution.hints(ocrNode)),
		...describedErrors(execution),
		shown(server.requests),
		await log.text(),
	].join('\n');
}

/** The errors as thrown, with their causes: whoever reports or logs them meets the whole chain. */
function describedErrors({ error, thrown }: Execution): readonly string[] {
	const texts: string[] = [];
	for (const first of [error, ...thrown]) {
		for (let link: unknown = first; link instanceof Error; link = link.cause) {
			texts.push(shown(link), inJson(link), String(link), link.message, link.stack ?? '');
		}
	}
	return texts;
}

/** As a logger writes it; what refers to itself it cannot write. */
function inJson(error: Error): string {
	try {
		return JSON.stringify(error);
	} catch {
		return '';
	}
}

/** Else a logged body shows its first fifty bytes only. */
buffer.INSPECT_MAX_BYTES = 10_000;

function shown(value: unknown): string {
	return inspect(value, {
		depth: 10,
		showHidden: true,
		maxStringLength: null,
		maxArrayLength: null,
		// Columns take a third of the time.
		compact: false,
	});
}
