import { config as n8nCommunity } from '@n8n/node-cli/eslint';

const node = './nodes/YandexVisionOcr';

/** The one-way dependencies of docs/decisions/0001-layers.md: layer, what it may not import, but for. */
const layers = [
	{
		layer: 'documents',
		without: ['vision', 'pacing', 'pages', 'items', 'operations', 'description'],
	},
	{
		layer: 'pacing',
		without: ['vision', 'documents', 'pages', 'items', 'operations', 'description'],
	},
	{
		layer: 'pages',
		without: ['vision', 'pacing', 'documents', 'items', 'operations', 'description'],
		but: ['wire.ts'],
	},
	{ layer: 'items', without: ['vision', 'pacing', 'documents', 'operations', 'description'] },
	{ layer: 'vision', without: ['documents', 'pages', 'items', 'operations', 'description'] },
];

export default [
	{ ignores: ['dist/', 'output/', 'node_modules/', 'test/fixtures/'] },
	...n8nCommunity,
	{
		files: ['nodes/**/*.ts'],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'import-x/no-restricted-paths': [
				'error',
				{
					zones: layers.flatMap(({ layer, without, but = [] }) =>
						without.map((folder) => ({
							target: `${node}/${layer}`,
							from: `${node}/${folder}`,
							except: but.map((file) => `./${file}`),
							message: 'See docs/decisions/0001-layers.md for the direction of imports.',
						})),
					),
				},
			],
		},
	},
	{
		// Beside the package: these run on plain Node.js, not inside n8n.
		files: [
			'test/**/*.ts',
			'ocr-server/**/*.ts',
			'examples/**/*.ts',
			'docs/**/*.ts',
			'bench/**/*.ts',
			'real-n8n/**/*.ts',
		],
		rules: {
			'no-console': 'off',
			'import-x/no-named-as-default': 'off',
			'import-x/no-named-as-default-member': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},
];
