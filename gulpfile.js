const { readdir, readFile, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { Transform } = require('node:stream');
const { dest, series, src } = require('gulp');

/** tsc writes only what is TypeScript; n8n also reads the icons and the codex file from dist. */
const assets = ['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json'];

function copyAssets() {
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

const esModule = 'Object.defineProperty(exports, "__esModule", { value: true });';

/**
 * What tsc writes and nobody needs makes the package larger: four spaces where a tab will do, a line that
 * names the exports before they are made, and a mark for those who import a default, which is nowhere.
 */
function shorten() {
	const shortening = new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			const text = file.contents
				.toString()
				.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
				.replace(/^(?:exports\.\w+ = )+void 0;\n/m, '')
				.replace(`${esModule}\n`, '');
			file.contents = Buffer.from(text);
			done(null, file);
		},
	});
	return src('dist/**/*.js', { base: '.' }).pipe(shortening).pipe(dest('.'));
}

/** A source of types only becomes a module that holds nothing and that nobody loads. */
async function dropEmptyModules() {
	for (const name of await readdir('dist', { recursive: true })) {
		if (!name.endsWith('.js')) continue;
		const path = join('dist', name);
		const text = await readFile(path, 'utf8');
		if (text.trim() === `"use strict";\n${esModule}`) await rm(path);
	}
}

function clean() {
	return rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.default = series(dropEmptyModules, copyAssets, shorten);
