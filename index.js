// n8n finds the node and the credential by the paths in package.json's "n8n" section.
// This entry point only lets `require('n8n-nodes-yandex-vision-ocr')` work.
module.exports = {
	...require('./dist/credentials/YandexVisionOcrApi.credentials.js'),
	...require('./dist/nodes/YandexVisionOcr/YandexVisionOcr.node.js'),
};
