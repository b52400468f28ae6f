/** Live connections that come and go: always as many, each for some seconds, some ended well and some broken off. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

const longestMs = 10_000;
const payload = {
  query: 'subscription { modelTypeActivity(modelTypes: ["MCP", "PACS"]) { kind thread { id title } } }',
};

/**
 * @param {string} address
 * @param {readonly string[]} cookies
 * @param {number} howMany
 * @returns {{stop: () => Promise<{opened: number, failed: number}>}}
 */
export function churn(address, cookies, howMany) {
  let opened = 0;
  let failed = 0;
  let isOver = false;
  const coming = Array.from({ length: howMany }, async (_, n) => {
    await sleep(Math.random() * longestMs);
    while (!isOver) {
      const socket = await listen(address, cookies[n % cookies.length]).catch(() => null);
      if (socket) opened += 1;
      else failed += 1;
      await sleep(Math.random() * longestMs);
      if (Math.random() < 0.5) socket?.terminate();
      else socket?.close();
    }
  });
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(coming);
      return { opened, failed };
    },
  };
}

function listen(address, cookie) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie },
    });
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      if (!String(data).includes('connection_ack')) return;
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
      resolve(socket);
    });
  });
}
