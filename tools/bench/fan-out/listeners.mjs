/** A process of many listeners: opens sockets, subscribes on each, and counts what comes. Told by its parent what to do. */
import { WebSocket } from 'ws';

const opening = 100;
let heard = { count: 0, last: 0, bytes: 0 };
const sockets = [];

const at = () => performance.timeOrigin + performance.now();

function take(data) {
  heard.count += 1;
  heard.last = at();
  heard.bytes += data.length;
}

/** Resolves when the server has confirmed that the socket listens; a plain server's says nothing and listens when it is open. */
function open({ url, cookie, payload }) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', {
      headers: cookie ? { cookie } : {},
      perMessageDeflate: false,
    });
    sockets.push(socket);
    socket.on('error', reject);
    socket.on('close', (code) => process.send({ closed: code }));
    socket.on('open', () => {
      if (payload) return socket.send('{"type":"connection_init"}');
      socket.on('message', take);
      return resolve();
    });
    if (!payload) return;
    const greet = (data) => {
      const text = String(data);
      if (text.includes('connection_ack')) socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload }));
      else if (text.includes('"listening":true')) {
        socket.off('message', greet);
        socket.on('message', take);
        resolve();
      } else reject(new Error(text));
    };
    socket.on('message', greet);
  });
}

process.on('message', async ({ listen, report }) => {
  if (listen) {
    for (let from = 0; from < listen.length; from += opening)
      await Promise.all(listen.slice(from, from + opening).map(open));
    process.send({ listening: listen.length });
  }
  if (report) {
    process.send({ heard });
    if (report === 'anew') heard = { count: 0, last: 0, bytes: 0 };
  }
});
process.on('disconnect', () => process.exit());
