/** People who go on while everything fails: they write, send files and read, and know what they were told was done. */
import { setTimeout as pause } from 'node:timers/promises';
import { sendFile, TestClient } from '@hub/testing';
import { author, eventually, readers, type ChaosWorld } from './world';

export interface Written {
  readonly body: string;
  readonly id: string;
}

export interface Sent {
  readonly attachment: string;
  readonly text: string;
}

const everybody = [author, ...readers];
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const markRead = 'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }';

export class People {
  readonly written: Written[] = [];
  readonly sent: Sent[] = [];
  /** Every code and status that somebody was answered with. */
  readonly codes = new Set<string>();
  /** How many files could not be stored, and whoever sent them was told so. */
  refused = 0;
  /** So many posts and no more, so that a busy machine, on which instances start slowly, has no more to do than an idle one. */
  mostPosts = 25;
  /** Fewer than the profiles that they are sent to may have. */
  mostFiles = 20;
  private over = false;
  private readonly busy: Promise<unknown>[];
  private tries = 0;

  constructor(
    private readonly world: ChaosWorld,
    private readonly random: () => number,
  ) {
    const writers = [0, 1, 2, 3].map((which) => this.writes(which));
    this.busy = [...writers, this.sendsFiles(), this.reads()];
    this.busy.forEach((work) => work.catch(() => undefined));
  }

  /** Lets everybody finish what they began. */
  async stop(): Promise<void> {
    this.over = true;
    await Promise.all(this.busy);
  }

  /** At one API after the other, or at this one. */
  at(who: string, which = (this.tries += 1)): TestClient {
    const { apis } = this.world.fleet;
    const link = apis[which % apis.length];
    return new TestClient(link?.address ?? '', this.world.cookies.get(who) ?? null);
  }

  private async writes(which: number): Promise<void> {
    for (let n = 1; !this.over; await pause(this.random() * 600)) {
      if (this.written.length < this.mostPosts) this.written.push(await this.write(`Chaos ${which} ${(n += 1)}`));
    }
  }

  /** Sends it to one instance after the other, with the same id, until one says that it is done. */
  private write(body: string): Promise<Written> {
    const input = { thread: this.world.thread, body, clientMutationId: body };
    return eventually(`"${body}" was never taken`, async () => {
      const data = await this.asked(author, reply, input);
      return data?.reply && { body, id: data.reply.post.id };
    });
  }

  private async asked(who: string, mutation: string, input: object) {
    const { data, errors } = await this.at(who)
      .run(mutation, { input })
      .catch(() => ({ data: null, errors: [{ extensions: { code: 'CUT' } }] }));
    this.codes.add(errors?.[0]?.extensions.code ?? 'done');
    return data;
  }

  private async sendsFiles(): Promise<void> {
    for (let n = 1; !this.over; n += 1) {
      await pause(1000 + this.random() * 3000);
      if (this.sent.length >= this.mostFiles) continue;
      const who = everybody[n % everybody.length] ?? author;
      const text = `File ${n}\n${'words '.repeat(200)}`;
      const file = { name: `file-${n}.txt`, type: 'text/plain', body: text };
      const answer = await sendFile(this.at(who), `member:network/${who}`, file).catch(() => null);
      const body = await answer?.json().catch(() => null);
      if (answer?.status === 201 && body) this.sent.push({ attachment: body.attachment, text });
      else if (answer?.status === 503) this.refused += 1;
      this.codes.add(answer ? `file ${answer.status}` : 'CUT');
    }
  }

  private async reads(): Promise<void> {
    for (; !this.over; await pause(500 + this.random() * 2000)) {
      await this.asked(readers[0] ?? '', markRead, { thread: this.world.thread });
    }
  }
}
