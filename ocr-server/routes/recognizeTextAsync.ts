import { wireOperation } from '../answers/operation';
import { resultFaultOf } from '../faults/results';
import { admit, recognize } from '../recognition';
import type { EndpointRoute } from './asked';

export const recognizeTextAsync: EndpointRoute = {
	endpoint: 'submit',
	method: 'POST',
	url: '/ocr/v1/recognizeTextAsync',
	serve: async (service, { account, body, visit }) => {
		const { settings, counts } = service;
		const job = await admit(body, account, 'async', settings);
		visit.logged.documentChecksum = job.document.checksum;
		const work = recognize(job, 'async', service.recognizer, settings)
			.then(resultFaultOf(visit.fault))
			.then((lines) => {
				counts.billedPages += lines.length;
				return lines;
			});
		const operation = service.operations.submit(account, work);
		counts.operations += 1;
		const answer = wireOperation(operation, false);
		const whole = settings.answers.wrappedOperation ? { operation: answer } : answer;
		return { status: 200, body: JSON.stringify(whole) };
	},
};
