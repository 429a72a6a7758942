import { banner, bannerJson } from './banner';
import { HELP, parseFlags } from './flags';
import { startOcrServer } from './server';

async function main(): Promise<void> {
	const command = parseFlags(process.argv.slice(2));
	if (command.help) {
		console.log(HELP);
		return;
	}
	const server = await startOcrServer(command.options);
	console.log(command.json ? await bannerJson(server) : banner(server));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void server.close());
	}
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, port } = error as Error & { readonly code?: string; readonly port?: number };
	if (code !== 'EADDRINUSE') return error.message;
	return `Port ${port} is taken: is the local OCR server running already? Choose another with --port, or --port 0 for a free one.`;
}

main().catch((error: unknown) => {
	console.error(explain(error));
	process.exitCode = 1;
});
