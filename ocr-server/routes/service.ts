import type { Accounts } from '../auth/accounts';
import type { Identities } from '../auth/identities';
import type { TokenDesk } from '../auth/tokenDesk';
import type { FaultPlan } from '../faults/faultPlan';
import type { Operations } from '../operations';
import type { OcrServerSettings } from '../options';
import type { Quota } from '../quota';
import type { Recognizer } from '../recognizers/recognizer';
import type { Counts, LoggedRequest } from '../requestLog';

/** What the routes of one server share. */
export interface Service {
	readonly settings: OcrServerSettings;
	readonly accounts: Accounts;
	readonly identities: Identities;
	readonly tokens: TokenDesk;
	readonly quotas: Readonly<Record<'sync' | 'submit' | 'state' | 'result', Quota>>;
	readonly operations: Operations;
	readonly recognizer: Recognizer;
	readonly faults: FaultPlan;
	readonly requests: LoggedRequest[];
	readonly counts: Counts;
	readonly stopping: AbortSignal;
}
