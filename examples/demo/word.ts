import type { IDataObject } from 'n8n-workflow';

/** What the last node of recognize-words.workflow.json hands on for each word; pixels. */
export interface Word {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly page: number;
	readonly block: number;
	readonly line: number;
	/** The two fields that the workflow's last node adds. */
	readonly middleX: number;
	readonly middleY: number;
}

export function isWord(json: IDataObject): json is IDataObject & Word {
	return typeof json.text === 'string' && typeof json.x === 'number';
}
