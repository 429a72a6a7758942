import type { Execution } from '../../test/support/engine/execution';

/** What n8n's editor shows of a failed execution: the node, its message, and what to do next. */
export function failureText({ status, error }: Execution): string {
	if (error === undefined || status === 'canceled') return 'Stopped.';
	const node = 'node' in error && error.node ? `${error.node.name}: ` : '';
	const hint = 'description' in error ? error.description : undefined;
	return typeof hint === 'string' ? `${node}${error.message}\n${hint}` : `${node}${error.message}`;
}
