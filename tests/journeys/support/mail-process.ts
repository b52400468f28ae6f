/** The mail server process, seen from a test. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface TakenMail {
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
  close(): void;
}

/** Starts one on a free port. */
export async function startMailProcess(): Promise<MailProcess> {
  const child = fork(path.join(import.meta.dirname, 'mail-process.mjs'), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const taken: TakenMail[] = [];
  child.on('message', (mail: TakenMail) => taken.push(mail));
  return {
    taken,
    urlFor: (sender) => `smtp://${sender}:password@127.0.0.1:${port}`,
    close: () => void child.kill(),
  };
}
