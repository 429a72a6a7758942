import './logs';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

const root = resolve(__dirname, '../../..');

let loaded: Promise<PackageDirectoryLoader> | undefined;

/** The built package, loaded from `dist` by the class with which n8n loads an installed package. */
export function packageUnderTest(): Promise<PackageDirectoryLoader> {
	loaded ??= load();
	return loaded;
}

async function load(): Promise<PackageDirectoryLoader> {
	if (!existsSync(join(root, 'dist'))) {
		throw new Error('There is no dist folder: run `npm run build` first.');
	}
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	return loader;
}
