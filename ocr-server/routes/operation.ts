import { wireOperation } from '../answers/operation';
import type { Answer } from '../faults/exchange';
import type { Asked, EndpointRoute } from './asked';
import type { Service } from './service';

export const operationState: EndpointRoute = {
	endpoint: 'state',
	method: 'GET',
	url: '/operations/:id',
	serve: async (service, asked) => answerState(service, asked),
};

/** Two colons in a route stand for one in the URL. */
export const operationCancel: EndpointRoute = {
	endpoint: 'cancel',
	method: 'POST',
	url: '/operations/:id(^[^:]+)::cancel',
	serve: async (service, asked) => {
		service.operations.cancel(findOperation(service, asked));
		return answerState(service, asked);
	},
};

function answerState(service: Service, asked: Asked): Answer {
	const operation = findOperation(service, asked);
	const done = service.operations.isDone(operation);
	return { status: 200, body: JSON.stringify(wireOperation(operation, done)) };
}

function findOperation(service: Service, { account, request }: Asked) {
	const { id } = request.params as { readonly id: string };
	return service.operations.find(id, account);
}
