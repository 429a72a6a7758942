import './home';
import { Container } from '@n8n/di';
import { createRequire } from 'node:module';
import type { Logger, LogLevel, LogMetadata } from 'n8n-workflow';
import { LoggerProxy } from 'n8n-workflow';

export interface LogEntry {
	readonly level: LogLevel;
	readonly message: string;
	readonly metadata: LogMetadata | undefined;
}

/** Everything that n8n-core and the nodes logged in this process, oldest first. */
export const logs: LogEntry[] = [];

function write(level: LogLevel) {
	return (message: string, metadata?: LogMetadata) => {
		logs.push({ level, message, metadata });
	};
}

const collector: Logger & { scoped: () => Logger } = {
	error: write('error'),
	warn: write('warn'),
	info: write('info'),
	debug: write('debug'),
	scoped: () => collector,
};

// jest loads n8n once for many test files: each gets services of its own.
Container.reset();
// The class that n8n-core asks its container for is its own copy's, which may lie below n8n-core.
const requireFromCore = createRequire(require.resolve('n8n-core'));
const backendCommon = requireFromCore('@n8n/backend-common') as { Logger: new () => Logger };

Container.set(backendCommon.Logger, collector);
LoggerProxy.init(collector);
