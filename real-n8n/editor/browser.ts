import { type Browser, chromium, type Page, selectors } from 'playwright-core';

import { installProgram } from '../install/program';
import { OWNER } from '../owner';

/** Debian's Chromium runs as root in a container only without its sandbox, and calls home less. */
const ARGUMENTS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
	...['--disable-background-networking', '--disable-component-update'],
];

const TIMEOUT_MS = 60_000;

export async function openBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	const executablePath = await installProgram({
		name: 'chromium',
		otherNames: ['google-chrome', 'google-chrome-stable'],
		debianPackage: 'chromium',
	});
	return await chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface Look {
	readonly width: number;
	readonly height: number;
	readonly theme: 'light' | 'dark';
	readonly scale: number;
}

const USUAL_LOOK: Look = { width: 1280, height: 800, theme: 'light', scale: 1 };

/** A page in which the owner has signed in, as a person does. */
export async function signedInPage(
	browser: Browser,
	n8nUrl: string,
	look: Look = USUAL_LOOK,
): Promise<Page> {
	const { width, height, theme: colorScheme, scale: deviceScaleFactor } = look;
	const context = await browser.newContext({
		baseURL: n8nUrl,
		viewport: { width, height },
		colorScheme,
		deviceScaleFactor,
	});
	const page = await context.newPage();
	page.setDefaultTimeout(TIMEOUT_MS);
	await page.goto('/signin');
	await page.fill('input[name="emailOrLdapLoginId"]', OWNER.email);
	await page.fill('input[name="password"]', OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((url) => !url.pathname.includes('signin'));
	return page;
}
