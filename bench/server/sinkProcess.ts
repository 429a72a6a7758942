import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runTask } from '../child/task';

/** Takes whatever is posted and says so: a baseline that does nothing with what it gets. */
runTask(async () => {
	const server = createServer((incoming, answer) => {
		incoming.resume();
		incoming.once('end', () => {
			answer.writeHead(200, { 'content-type': 'application/json' });
			answer.end('{"id":"fbvsink","done":false}');
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	process.once('disconnect', () => process.exit());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
