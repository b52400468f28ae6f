/** One kept connection that asks the hub and waits for the answer. As little work as can be: it shares the machine with what it measures. */
import net from 'node:net';

/**
 * The bytes of a GraphQL request.
 * @param {{host: string, cookie: string, body: object}} request
 */
export function requestBytes({ host, cookie, body }) {
  const text = JSON.stringify(body);
  const head = [
    'POST /graphql HTTP/1.1',
    `host: ${host}`,
    'content-type: application/json',
    'accept: application/json',
    `cookie: ${cookie}`,
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/**
 * @param {string} address such as http://127.0.0.1:3000
 * @returns {Promise<{ask: (bytes: Buffer) => Promise<string>, close: () => void}>} `ask` gives the body of an answer without errors, and throws for any other
 */
export async function connect(address) {
  const { hostname, port } = new URL(address);
  const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting = null;
  let parts = [];
  let length = 0;
  let whole = 0;
  const fail = (error) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The hub closed the connection.')));
  socket.on('data', (data) => {
    parts.push(data);
    length += data.length;
    whole ||= wholeLength(parts.length === 1 ? data : Buffer.concat(parts));
    if (!whole || length < whole) return;
    const answer = bodyOf(Buffer.concat(parts));
    [parts, length, whole] = [[], 0, 0];
    if (isGood(answer)) waiting.resolve(answer);
    else fail(new Error(`The hub answered: ${answer.slice(0, 500)}`));
  });
  return {
    ask: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (socket.destroyed) fail(new Error('The hub has closed the connection.'));
        else socket.write(bytes);
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}

/** Of head and body together; 0 while the head is not there yet. */
function wholeLength(data) {
  const end = data.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  const found = /\r\ncontent-length: (\d+)/i.exec(data.toString('latin1', 0, end));
  if (!found) throw new Error('The hub gave an answer of no stated length.');
  return end + 4 + Number(found[1]);
}

function bodyOf(data) {
  return data.toString('utf8', data.indexOf('\r\n\r\n') + 4);
}

function isGood(answer) {
  return answer.startsWith('{"data":{');
}
