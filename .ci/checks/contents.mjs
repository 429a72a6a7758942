const maxPackedBytes = 100_000;

const required = ['package.json', 'README.md', 'LICENSE', 'index.js'];
const allowedInDist = /^dist\/(nodes|credentials)\/.+\.(js|node\.json|svg|png)$/;

/** The tarball holds what n8n and its users need, and nothing else. */
export function contents({ files, packedBytes }) {
	const missing = required.filter((path) => !files.includes(path));
	const surplus = files.filter((path) => !required.includes(path) && !allowedInDist.test(path));
	const problems = [
		...missing.map((path) => `${path} is missing`),
		...surplus.map((path) => `${path} is not meant for users`),
	];
	if (packedBytes > maxPackedBytes) {
		problems.push(`${packedBytes} bytes packed, allowed are ${maxPackedBytes}`);
	}
	if (problems.length > 0) throw new Error(problems.join('; '));
	return `${files.length} files, ${packedBytes} bytes packed`;
}
