import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from '../command';
import { withProgress } from '../progress';

export interface Program {
	/** As it is called, or a path to it. */
	readonly name: string;
	readonly debianPackage: string;
	/** What does as well, where it is there already. */
	readonly otherNames?: readonly string[];
	/** Folders to look in beside PATH. */
	readonly folders?: readonly string[];
}

/** The program's path. One that is missing is installed where we may (Debian or Ubuntu, as root). */
export async function installProgram(program: Program): Promise<string> {
	const found = find(program);
	if (found !== undefined) return found;
	const { name, debianPackage } = program;
	const mayInstall = process.getuid?.() === 0 && find({ name: 'apt-get' }) !== undefined;
	if (!mayInstall) {
		throw new Error(
			`${name} is missing. On Debian or Ubuntu: sudo apt-get install ${debianPackage}`,
		);
	}
	await withProgress(`installing Debian's ${debianPackage}`, aptInstall(debianPackage));
	const installed = find(program);
	if (installed === undefined) throw new Error(`${debianPackage} brought no program ${name}`);
	return installed;
}

async function aptInstall(debianPackage: string): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run({ file: 'apt-get', args: ['update', '--quiet'], env });
	const install = ['install', '--yes', '--quiet', '--no-install-recommends', debianPackage];
	await run({ file: 'apt-get', args: install, env });
}

function find({ name, otherNames = [], folders = [] }: Omit<Program, 'debianPackage'>) {
	const places = [...(process.env.PATH ?? '').split(delimiter), ...folders];
	const paths = [name, ...otherNames].flatMap((each) => places.map((place) => join(place, each)));
	return paths.find(isExecutable);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
