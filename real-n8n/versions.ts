/** The real n8n that the package is proven in. A newer one: change this line, then `npm run test:n8n`. */
export const N8N_VERSION = '2.40.7';

/** n8n 2 needs Node.js 24; the repository itself works on older ones. */
export const NODE_VERSION = '24.21.0';

/**
 * n8n takes `xlsx` as a tarball from a CDN, and pins a `linkedom` that not every registry has. These
 * stand in for them.
 */
export const N8N_OVERRIDES = { xlsx: '0.18.5', linkedom: '0.18.12' } as const;
