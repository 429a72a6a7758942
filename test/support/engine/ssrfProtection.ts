/**
 * Switches n8n's SSRF protection on, as an administrator does: n8n reads these when it is loaded, so
 * import this file before anything of n8n. The server's own address is let through; the rest of the
 * loopback network is as private as any.
 */
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
process.env.N8N_SSRF_ALLOWED_IP_RANGES = '127.0.0.1/32';
