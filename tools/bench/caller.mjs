/** One kept connection to the hub, and how long each answer took. */
import http from 'node:http';

/**
 * @param {string} address
 * @returns {(call: {path?: string, body: object, cookie?: string}) => Promise<{ms: number, status: number, request?: string, body: string, cookie?: string}>} `request` is the id under which the hub's log speaks of it
 */
export function callerOf(address) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return ({ path = '/graphql', body, cookie }) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const began = performance.now();
      const request = http.request(
        address + path,
        { method: 'POST', agent, headers: cookie ? { ...headers, cookie } : headers },
        async (response) => {
          const parts = [];
          for await (const part of response) parts.push(part);
          const [handed] = response.headers['set-cookie'] ?? [];
          resolve({
            ms: performance.now() - began,
            status: response.statusCode,
            request: response.headers['x-request-id'],
            body: Buffer.concat(parts).toString(),
            cookie: handed?.split(';')[0],
          });
        },
      );
      request.on('error', reject);
      request.end(text);
    });
}
