import { joinLines } from '../answers/pageLine';
import { resultFaultOf } from '../faults/results';
import { admit, recognize } from '../recognition';
import type { EndpointRoute } from './asked';

export const recognizeText: EndpointRoute = {
	endpoint: 'sync',
	method: 'POST',
	url: '/ocr/v1/recognizeText',
	serve: async (service, { account, body, visit }) => {
		const job = await admit(body, account, 'sync', service.settings);
		visit.logged.documentChecksum = job.document.checksum;
		const lines = await recognize(job, 'sync', service.recognizer, service.settings);
		service.counts.billedPages += lines.length;
		const given = resultFaultOf(visit.fault)(lines);
		return { status: 200, body: joinLines(given, service.settings.answers) };
	},
};
