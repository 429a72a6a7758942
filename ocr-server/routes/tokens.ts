import { parseBody } from '../recognitionRequest';
import type { EndpointRoute } from './asked';

export const tokens: EndpointRoute = {
	endpoint: 'tokens',
	method: 'POST',
	url: '/iam/v1/tokens',
	serve: async (service, { body, atMs }) => {
		const answer = await service.tokens.exchange(parseBody(body), atMs);
		service.counts.tokenExchanges += 1;
		return { status: 200, body: JSON.stringify(answer) };
	},
};
