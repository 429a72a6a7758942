import { contents } from './contents.mjs';
import { loading } from './loading.mjs';
import { withPackedPackage } from './packed.mjs';
import { requireTime } from './requireTime.mjs';
import { scanner } from './scanner.mjs';

const checks = { contents, loading, requireTime, scanner };

await withPackedPackage(async (packed) => {
	for (const [name, check] of Object.entries(checks)) {
		try {
			console.log(`ok      ${name}: ${await check(packed)}`);
		} catch (error) {
			console.log(`failed  ${name}: ${error.message}`);
			process.exitCode = 1;
		}
	}
});
