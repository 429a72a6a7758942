import { delimiter } from 'node:path';

import { run } from '../command';

/** What npm hands to its scripts about this repository, which does not hold for another folder. */
const OF_THIS_RUN =
	/^(npm_(package|lifecycle)_.*|npm_config_(ignore_scripts|local_prefix)|INIT_CWD)$/;

export interface NpmOptions {
	readonly cwd: string;
	/** Comes first on PATH: whose Node.js runs npm and the scripts. */
	readonly binFolder?: string;
}

/** npm, in another folder than this repository. */
export async function npm(
	args: readonly string[],
	{ cwd, binFolder }: NpmOptions,
): Promise<string> {
	const inherited = Object.entries(process.env).filter(([name]) => !OF_THIS_RUN.test(name));
	const env = Object.fromEntries(inherited);
	const path = [binFolder, env.PATH].filter((part) => part !== undefined).join(delimiter);
	return await run({ file: 'npm', args, cwd, env: { ...env, PATH: path } });
}
