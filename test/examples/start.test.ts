import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Ended {
	readonly exitCode: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** What `npm start -- <arguments>` runs after the build, seen from the folder `from`. */
async function start(args: readonly string[], from = root): Promise<Ended> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'examples/start.ts', ...args], {
		cwd: root,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, INIT_CWD: from },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const printed = { stdout: '', stderr: '' };
	child.stdout.on('data', (text) => (printed.stdout += text));
	child.stderr.on('data', (text) => (printed.stderr += text));
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	return { exitCode, ...printed };
}

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'start-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('prints the words of the example, writes what it says it writes, and ends', async () => {
	const { exitCode, stdout, stderr } = await start([]);

	expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
	expect(stdout).toMatch(/│ types +│ 541 │ 127 │ +77 │ +30 │/);
	expect(stdout).toMatch(/^60 words in /m);
	const written = stdout.match(/\S+\.words\.(json|svg)/g) ?? [];
	expect(written).toHaveLength(2);
	const [items = '', drawing = ''] = await Promise.all(
		written.map(async (path) => await readFile(join(root, path), 'utf8')),
	);
	expect(JSON.parse(items)).toHaveLength(60);
	expect(drawing.match(/<rect class="word"/g)).toHaveLength(120);
}, 60_000);

test('of a PDF it shows the pages of the words, and draws the first page', async () => {
	const { exitCode, stdout } = await start([
		'test/fixtures/images/scanned-3-pages-object-streams.pdf',
	]);

	expect(exitCode).toBe(0);
	expect(stdout).toMatch(/│ +2 │ Page /);
	const [path = ''] = stdout.match(/\S+\.words\.svg/) ?? [];
	const drawing = await readFile(join(root, path), 'utf8');
	expect(drawing).toMatch(/<image .*data:image\/png;base64,/);
	expect(drawing.match(/<title>contract<\/title>/g)).toHaveLength(2);
}, 60_000);

test('shows what the node says about a file that is no picture, and fails', async () => {
	await writeFile(join(folder, 'notes.jpg'), 'Only a note.');
	const { exitCode, stderr } = await start(['notes.jpg'], folder);

	expect(exitCode).toBe(1);
	expect(stderr).toMatch(/^Yandex Vision OCR: notes\.jpg: .+\n.+/);
	expect(stderr).not.toMatch(/^ +at /m);
}, 60_000);

test.each([
	['nowhere.png', /^There is no file .*nowhere\.png\n.*npm start/],
	['.', / is a folder\.\n.*npm start/],
])('says what is wrong with the path %s, and fails', async (path, message) => {
	const { exitCode, stdout, stderr } = await start([path], folder);

	expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
	expect(stderr).toMatch(message);
});

test('--help says how to start it, and starts nothing', async () => {
	const { exitCode, stdout } = await start(['--help']);

	expect(exitCode).toBe(0);
	expect(stdout).toMatch(/npm start -- my\.jpg/);
	expect(stdout).not.toContain('Service');
});

test('of several pictures none is taken for the others', async () => {
	const { exitCode, stderr } = await start(['a.png', 'b.png']);

	expect(exitCode).toBe(1);
	expect(stderr).toMatch(/one picture at a time/);
});
