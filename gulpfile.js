const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** tsc writes only what is TypeScript; n8n also reads the icons and the codex file from dist. */
const assets = ['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json'];

function copyAssets() {
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

function clean() {
	return rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.default = copyAssets;
