/** The mail server process, seen from a test. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface TakenMail {
  /** In milliseconds, as Date.now has it. */
  readonly at: number;
  /** The name by which an instance signed in. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly messageId: string;
}

export interface MailProcess {
  /** Every mail that it took, in the order in which it did, whether or not its sender lived to hear so. */
  readonly taken: readonly TakenMail[];
  /** For HUB_SMTP_URL of the instance of that name. */
  urlFor(sender: string): string;
  /** Kills it, and starts it again at its port when what happens meanwhile is over. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): void;
}

/** Starts one on a free port. */
export async function startMailProcess(): Promise<MailProcess> {
  const taken: TakenMail[] = [];
  let { child, port } = await run(0, taken);
  return {
    taken,
    urlFor: (sender) => `smtp://${sender}:password@127.0.0.1:${port}`,
    async restart(meanwhile) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await meanwhile();
      ({ child, port } = await run(port, taken));
    },
    close: () => void child.kill(),
  };
}

async function run(at: number, taken: TakenMail[]): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(path.join(import.meta.dirname, 'mail-process.mjs'), [String(at)], { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  child.on('message', (mail: TakenMail) => taken.push(mail));
  return { child, port };
}
