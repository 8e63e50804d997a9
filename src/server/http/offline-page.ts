import type { Plugin } from 'graphql-yoga';

/** What the page of GraphiQL may load: itself, and the API it was served from. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "connect-src 'self'",
  'worker-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Holds the browser to it that GraphiQL works offline: nothing comes from any other address. */
export function offlinePage(): Plugin {
  return {
    onResponse({ response }) {
      const type = response.headers.get('content-type');
      if (type?.startsWith('text/html')) response.headers.set('content-security-policy', POLICY);
    },
  };
}
