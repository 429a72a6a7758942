import { clockSkew } from '../../../nodes/YandexVisionOcr/vision/iam/clockSkew';

const serverMs = Date.UTC(2026, 10, 22, 9, 0, 0);
const date = new Date(serverMs).toUTCString();
const minute = 60_000;

test.each([
	[0, undefined],
	[59_000, undefined],
	[-59_000, undefined],
	[minute, "1 minute ahead of the service's"],
	[-7 * minute, "7 minutes behind the service's"],
	[3 * 60 * minute, "3 hours ahead of the service's"],
	[-400 * 24 * 60 * minute, "400 days behind the service's"],
])('A clock that is %i ms ahead', (aheadMs, words) => {
	expect(clockSkew(date, serverMs + aheadMs)).toBe(words);
});

test.each([undefined, '', 'yesterday', 5])('An answer with the date %j says nothing', (header) => {
	expect(clockSkew(header, serverMs)).toBeUndefined();
});
