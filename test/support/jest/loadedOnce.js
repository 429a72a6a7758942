module.exports = {
	process: (_source, file) => ({ code: `module.exports = requireOnce(${JSON.stringify(file)})` }),
	getCacheKey: (_source, file) => `once ${file}`,
};
