import { titleOf } from '../../nodes/YandexVisionOcr/description/titleOf';

test.each([
	['binaryPropertyName', 'Input Binary Field'],
	['maxWaitSeconds', 'Maximum Wait (Seconds)'],
	['regionOverlap', 'Region Overlap'],
	['somethingElse', 'somethingElse'],
])('%s is called %s', (name, title) => {
	expect(titleOf(name)).toBe(title);
});
