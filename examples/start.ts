import { join, relative } from 'node:path';
import type { ChosenPicture } from './demo/chosenPicture';
import { chosenPicture, UsageError } from './demo/chosenPicture';
import { failureText } from './demo/failureText';
import { seconds, startProgress } from './demo/progress';
import type { WrittenFile } from './demo/results';
import { writeResults } from './demo/results';
import type { Service } from './demo/service';
import { startService } from './demo/service';
import { isWord } from './demo/word';
import { wordTable } from './demo/wordTable';

const examplePicture = join(__dirname, 'printed-text.png');
const workflowPath = relative('', join(__dirname, 'recognize-words.workflow.json'));
const outputFolder = join(__dirname, '..', 'output');

const usage = `npm start                   recognizes the example picture
npm start -- my.jpg         your own picture or PDF (JPEG, PNG, PDF up to 10 MB)
YANDEX_API_KEY=… npm start  with the real service instead of the local server

Prints the words, and writes them and the picture with its words boxed into output/.`;

async function main([given, ...more]: readonly string[]): Promise<number> {
	if (given === '--help' || given === '-h') {
		console.log(usage);
		return 0;
	}
	if (more.length > 0) throw new UsageError('Name one picture at a time: npm start -- my.jpg');
	// npm runs its scripts in the package's folder; INIT_CWD is where the person stands.
	const from = process.env.INIT_CWD ?? process.cwd();
	const picture = await chosenPicture(given ?? examplePicture, from);
	const service = await startService(process.env);
	try {
		console.log(`Picture   ${picture.path}`);
		console.log(`Service   ${service.description}`);
		console.log(`Workflow  ${workflowPath}, in n8n's own engine\n`);
		return await recognizeAndShow(picture, service);
	} finally {
		await service.close();
	}
}

async function recognizeAndShow(picture: ChosenPicture, service: Service): Promise<number> {
	const progress = startProgress(process.stdout);
	progress.show('Loading n8n');
	// Loaded late: n8n's engine takes seconds, which nobody should wait for to read "no such file".
	const { lastNode, ocrNode, recognizeWords } = await import('./demo/recognizeWords');
	const startedAt = Date.now();
	const execution = await recognizeWords({
		picturePath: picture.path,
		credential: service.credential,
		signal: interrupted(),
		onNodeStarted: progress.show,
	}).finally(progress.stop);

	if (execution.status !== 'success') {
		console.error(failureText(execution));
		return 1;
	}
	const words = execution.items(lastNode).flatMap(({ json }) => (isWord(json) ? [json] : []));
	if (words.length > 0) console.log(wordTable(words));
	for (const { message } of execution.hints(ocrNode)) console.log(message);
	const count = words.length === 1 ? '1 word' : `${words.length} words`;
	console.log(`${count} in ${seconds(Date.now() - startedAt)}`);
	showWritten(await writeResults(outputFolder, picture, words, service));
	return 0;
}

/** Ctrl+C stops the execution, and the server with it, instead of leaving both behind. */
function interrupted(): AbortSignal {
	const controller = new AbortController();
	process.once('SIGINT', () => controller.abort());
	return controller.signal;
}

function showWritten(files: readonly WrittenFile[]): void {
	console.log('\nWritten');
	for (const { path, what } of files) console.log(`  ${path}\n      ${what}`);
	console.log(`
Next
  npm start -- my.jpg
      your own picture
  YANDEX_API_KEY=your-key npm start
      the real service instead of the local server (the README says how to get a key)
  ${workflowPath}
      in n8n: Import from File, then choose your picture and your credential`);
}

main(process.argv.slice(2)).then(
	(exitCode) => {
		process.exitCode = exitCode;
	},
	(error: unknown) => {
		console.error(error instanceof UsageError ? error.message : error);
		process.exitCode = 1;
	},
);
