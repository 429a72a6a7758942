import type { Locator, Page } from 'playwright-core';

import { CredentialDialog } from './credentialDialog';

const PARAMETER = 'parameter-input-';

/** The panel of one node: its input, its parameters, its output. */
export class NodePanel {
	constructor(private readonly page: Page) {}

	/** The names of the parameters that are to be seen, from top to bottom. */
	async shownParameters(): Promise<readonly string[]> {
		const inputs = this.page
			.getByTestId('node-parameters')
			.locator(`[data-test-id^="${PARAMETER}"]:visible`);
		const ids = await inputs.evaluateAll((elements) =>
			elements.map((element) => element.getAttribute('data-test-id') ?? ''),
		);
		const names = ids.map((id) => id.slice(PARAMETER.length));
		// A part of a text input, with a name of its own.
		return names.filter((name) => name !== 'field');
	}

	/** Chooses in a list of one. The text must be the whole name of the choice. */
	async choose(parameter: string, choice: string): Promise<void> {
		await this.parameter(parameter).click();
		const choices = this.page.locator('.el-select-dropdown__item:visible');
		await choices.filter({ has: this.page.getByText(choice, { exact: true }) }).click();
		await choices.first().waitFor({ state: 'hidden' });
	}

	/** What a list of several holds. */
	async chosen(parameter: string): Promise<readonly string[]> {
		return await this.parameter(parameter).locator('.el-tag').allInnerTexts();
	}

	/** The names that "Add option" offers. */
	async offeredOptions(): Promise<readonly string[]> {
		await this.page.getByTestId('collection-parameter-add').click();
		const options = this.page.getByTestId('collection-parameter-option');
		await options.first().waitFor();
		const names = await options.allInnerTexts();
		await this.page.getByTestId('collection-parameter-add').click();
		return names;
	}

	async newCredential(): Promise<CredentialDialog> {
		await this.page.getByTestId('node-credentials-select').first().click();
		await this.page.getByTestId('node-credentials-select-item-new').click();
		const dialog = new CredentialDialog(this.page);
		await dialog.window.waitFor();
		return dialog;
	}

	/** The output as a table: its first row are the names of the columns. */
	async outputTable(): Promise<readonly (readonly string[])[]> {
		await this.output().getByTestId('radio-button-table').click();
		const rows = this.output().locator('table tr');
		await rows.nth(1).waitFor();
		return await rows.evaluateAll((elements) =>
			elements.map((row) =>
				[...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
			),
		);
	}

	async showInputAs(view: 'schema' | 'table' | 'json'): Promise<void> {
		await this.page.getByTestId('ndv-input-panel').getByTestId(`radio-button-${view}`).click();
	}

	output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	async close(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('node-parameters').waitFor({ state: 'hidden' });
	}

	private parameter(name: string): Locator {
		return this.page.getByTestId(PARAMETER + name);
	}
}
