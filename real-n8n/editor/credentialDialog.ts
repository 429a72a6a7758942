import type { Locator, Page } from 'playwright-core';

/** The window in which a person makes or changes a credential. */
export class CredentialDialog {
	readonly window: Locator;

	constructor(private readonly page: Page) {
		this.window = page.getByTestId('editCredential-modal');
	}

	async fill(field: string, text: string): Promise<void> {
		await this.window.locator(`[data-test-id="parameter-input-${field}"] input`).last().fill(text);
	}

	/** Saves, which also tests. Resolves with what n8n says when the test has failed. */
	async saveAndFail(): Promise<string> {
		await this.window.getByTestId('credential-save-button').click();
		const more = this.window.getByText('More details');
		await more.click();
		await more.waitFor({ state: 'hidden' });
		return await this.window.innerText();
	}

	/** Saves, which also tests. The window closes when the test has passed. */
	async saveAndPass(): Promise<void> {
		await this.window.getByTestId('credential-save-button').click();
		await this.window.waitFor({ state: 'hidden' });
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.window.waitFor({ state: 'hidden' });
	}
}
