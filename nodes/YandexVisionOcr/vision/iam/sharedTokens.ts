import { AccountTokens } from './accountTokens';

/** One for all executions of this process: the credential fills it, the client asks it to renew. */
export const sharedTokens = new AccountTokens();
