import { MODELS } from '../../nodes/YandexVisionOcr/vision/models';
import { markdownTable } from './markdown';

export function models(): string {
	return markdownTable(
		['Model', 'name', 'for', 'languages'],
		MODELS.map(({ id, title, description, languages }) => [
			title,
			`\`${id}\``,
			description,
			languages === undefined ? 'detected' : languages.join(', '),
		]),
	);
}
