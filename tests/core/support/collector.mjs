/** A collector of traces: takes OTLP over HTTP and says on standard output what came, a line for each request. */
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    const { url, headers } = request;
    process.stdout.write(`${JSON.stringify({ url, authorization: headers.authorization, body: JSON.parse(text) })}\n`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
