/** The value of a template's field; the service writes `-` where it found none. */
export function fieldValue(text: string): string | null {
	const trimmed = text.trim();
	return trimmed === '' || trimmed === '-' ? null : text;
}

/** `12.04.1961` as `1961-04-12`; undefined for anything that is not such a day of the calendar. */
export function isoDate(text: string): string | undefined {
	const [, day, month, year] = /^\s*(\d{2})\.(\d{2})\.(\d{4})\s*$/.exec(text) ?? [];
	if (day === undefined || month === undefined || year === undefined) return undefined;
	const iso = `${year}-${month}-${day}`;
	const date = new Date(`${iso}T00:00:00Z`);
	const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
	return isDay ? iso : undefined;
}
