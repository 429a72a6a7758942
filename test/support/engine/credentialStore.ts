import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

export type CredentialData = ICredentialDataDecryptedObject;

/** What n8n's database keeps of credentials, here one of each type, unencrypted. */
export class CredentialStore {
	private readonly byType: Map<string, CredentialData>;

	constructor(credentials: Readonly<Record<string, CredentialData>>) {
		this.byType = new Map(Object.entries(structuredClone(credentials)));
	}

	has(type: string): boolean {
		return this.byType.has(type);
	}

	read(type: string): CredentialData {
		const data = this.byType.get(type);
		if (data === undefined) throw new Error(`No credential of the type "${type}" is stored`);
		return structuredClone(data);
	}

	write(type: string, data: CredentialData): void {
		this.byType.set(type, structuredClone(data));
	}
}
