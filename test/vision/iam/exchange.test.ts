import { exchangeToken } from '../../../nodes/YandexVisionOcr/vision/iam/exchange';

test('a token service that does not answer in time is worth asking again', async () => {
	const over = AbortSignal.abort(new DOMException('The operation timed out', 'TimeoutError'));
	jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(over);
	const exchanged = await exchangeToken({
		url: 'http://127.0.0.1/iam/v1/tokens',
		grant: { kind: 'user', oauthToken: 'y0_token' },
		httpRequest: async ({ abortSignal }) =>
			await Promise.reject((abortSignal as AbortSignal).reason),
		now: Date.now,
	});

	expect(exchanged).toMatchObject({
		ok: false,
		error: {
			code: 'TOKEN_SERVICE_UNREACHABLE',
			message: expect.stringContaining('no answer came within 30 seconds'),
			retryable: true,
		},
	});
});
