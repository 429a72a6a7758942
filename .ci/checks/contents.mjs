const maxPackedBytes = 100_000;

const required = ['package.json', 'README.md', 'LICENSE', 'index.js'];
const allowedInDist = /^dist\/(nodes|credentials)\/.+\.(js|node\.json|svg|png)$/;

/** The tarball holds what n8n and its users need, and nothing else. */
export function contents({ files, packedBytes }) {
	const missing = required.filter((path) => !files.includes(path));
	if (missing.length > 0) throw new Error(`Missing: ${missing.join(', ')}`);

	const surplus = files.filter((path) => !required.includes(path) && !allowedInDist.test(path));
	if (surplus.length > 0) throw new Error(`Not meant for users: ${surplus.join(', ')}`);

	if (packedBytes > maxPackedBytes) {
		throw new Error(`${packedBytes} bytes packed, allowed are ${maxPackedBytes}`);
	}
	return `${files.length} files, ${packedBytes} bytes packed`;
}
