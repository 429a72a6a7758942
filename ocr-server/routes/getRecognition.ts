import { joinLines } from '../answers/pageLine';
import { shuffled } from '../answers/shuffled';
import { resultFaultOf } from '../faults/results';
import { invalidArgument } from '../serviceError';
import type { EndpointRoute } from './asked';

export const getRecognition: EndpointRoute = {
	endpoint: 'result',
	method: 'GET',
	url: '/ocr/v1/getRecognition',
	serve: async (service, { account, request, visit }) => {
		const { operationId } = request.query as Readonly<Record<string, unknown>>;
		if (typeof operationId !== 'string' || operationId === '') {
			throw invalidArgument('operationId: is missing');
		}
		const operation = service.operations.find(operationId, account);
		const lines = resultFaultOf(visit.fault)(service.operations.result(operation));
		const { answers, seed } = service.settings;
		const ordered = answers.shuffled ? shuffled(lines, seed) : lines;
		return { status: 200, body: joinLines(ordered, answers) };
	},
};
