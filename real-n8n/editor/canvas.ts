import type { Locator, Page } from 'playwright-core';

import { NodePanel } from './nodePanel';

/** n8n's canvas with one workflow. */
export class Canvas {
	constructor(readonly page: Page) {}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Starts a new workflow, and leaves the list of nodes open. */
	async newWorkflow(): Promise<void> {
		await this.page.goto('/workflow/new');
		await this.page.getByTestId('canvas-plus-button').click();
		await this.searchBar().waitFor();
	}

	/** The names of the nodes that the list shows for these words, best first. */
	async search(words: string): Promise<readonly string[]> {
		await this.searchBar().fill('');
		await this.searchBar().fill(words);
		await this.nodeNamed('Yandex Vision OCR').first().waitFor();
		return await this.listed().allInnerTexts();
	}

	/** Takes a node from the list, and one of the things it can do. Its panel opens. */
	async addNode(name: string, action: string): Promise<NodePanel> {
		await this.nodeNamed(name).first().click();
		await this.nodeNamed(action).first().click();
		return await this.panel();
	}

	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		return await this.panel();
	}

	/** Runs the workflow, and waits until n8n says how it ended. */
	async execute(): Promise<string> {
		await this.page.getByTestId('execute-workflow-button').click();
		const toast = this.page.locator('.el-notification').first();
		await toast.waitFor();
		return await toast.innerText();
	}

	/** Closes the messages in the corner. */
	async dismissMessages(): Promise<void> {
		const close = this.page.locator('.el-notification__closeBtn');
		while ((await close.count()) > 0) {
			await close.first().click();
			await this.page.locator('.el-notification').first().waitFor({ state: 'detached' });
		}
	}

	private node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	private async panel(): Promise<NodePanel> {
		await this.page.getByTestId('node-parameters').waitFor();
		return new NodePanel(this.page);
	}

	private searchBar(): Locator {
		return this.page.locator('input[data-test-id="node-creator-search-bar"]');
	}

	private listed(): Locator {
		return this.page.getByTestId('node-creator-item-name');
	}

	private nodeNamed(name: string): Locator {
		return this.listed().filter({ hasText: name });
	}
}
