/** A mail server in a process of its own. It tells whoever started it its port, and of each mail that it took: when, who sent it, and to whom. */
import { SMTPServer } from 'smtp-server';

/** Between taking a mail and answering it takes a moment, in which its sender may be killed. */
const slowestAnswerMs = 30;

const server = new SMTPServer({
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username }, _session, done) => done(null, { user: username }),
  onData(stream, { user, envelope }, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      const [, messageId] = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(parts).toString()) ?? [];
      process.send({
        at: Date.now(),
        sender: user,
        recipients: envelope.rcptTo.map(({ address }) => address),
        messageId,
      });
      setTimeout(done, Math.random() * slowestAnswerMs);
    });
  },
});
// Whoever is killed while it speaks leaves a broken connection, and no mail.
server.on('error', () => undefined);
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('disconnect', () => process.exit());
