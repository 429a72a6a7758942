const { readdir, readFile, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { Transform } = require('node:stream');
const { dest, series, src } = require('gulp');

/** tsc writes only what is TypeScript; n8n also reads the icons and the codex file from dist. */
const assets = ['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json'];

function copyAssets() {
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

/**
 * tsc indents with four spaces, whatever the source does, and names in a line of their own what a module
 * will export: tabs, and no such line, make the package smaller.
 */
function shorten() {
	const shortening = new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			const text = file.contents
				.toString()
				.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
				.replace(/^(?:exports\.\w+ = )+void 0;\n/m, '');
			file.contents = Buffer.from(text);
			done(null, file);
		},
	});
	return src('dist/**/*.js', { base: '.' }).pipe(shortening).pipe(dest('.'));
}

const nothing =
	/^"use strict";\s*Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\s*$/;

/** A source of types only becomes a module that holds nothing and that nobody loads. */
async function dropEmptyModules() {
	for (const name of await readdir('dist', { recursive: true })) {
		if (!name.endsWith('.js')) continue;
		const path = join('dist', name);
		if (nothing.test(await readFile(path, 'utf8'))) await rm(path);
	}
}

function clean() {
	return rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.default = series(dropEmptyModules, copyAssets, shorten);
