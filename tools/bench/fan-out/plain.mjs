/** What a hub is measured against: a server that sends one text to every socket, and does nothing else. */
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => process.send({ port: server.address().port }));
process.on('message', ({ text }) => {
  for (const socket of server.clients) socket.send(text);
});
process.on('disconnect', () => process.exit());
