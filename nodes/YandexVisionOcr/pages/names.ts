const degrees: ReadonlyMap<unknown, number> = new Map([
	['ANGLE_0', 0],
	['ANGLE_90', 90],
	['ANGLE_180', 180],
	['ANGLE_270', 270],
]);

/** Degrees of the service's Angle; null where it is unspecified. */
export function degreesOf(angle: unknown): number | null {
	return degrees.get(angle) ?? null;
}

const layoutPrefix = 'LAYOUT_TYPE_';
const layoutUnknown: readonly string[] = ['unspecified', 'unknown'];

/** `LAYOUT_TYPE_SECTION_HEADER` is `section_header` for us; null where the service does not know. */
export function layoutTypeOf(name: unknown): string | null {
	if (typeof name !== 'string') return null;
	const bare = name.startsWith(layoutPrefix) ? name.slice(layoutPrefix.length) : name;
	const layoutType = bare.toLowerCase();
	return layoutType === '' || layoutUnknown.includes(layoutType) ? null : layoutType;
}
