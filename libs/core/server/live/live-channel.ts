/** One process's ear on PostgreSQL's NOTIFY: a connection of its own that comes back by itself, and the local listeners. */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { outboxChannel } from '../outbox/outbox';
import { LastHeard } from './last-heard';
import type { LiveMessage, LivePayload } from './live';
import { liveChannel } from './live-carrier';
import { Mailbox } from './mailbox';

@Injectable()
export class LiveChannel implements OnModuleDestroy {
  /** Every event of a thing is noted here as it commits, before its consequences are worked out. */
  readonly heard = new LastHeard();
  private readonly listeners = new Map<string, Set<Mailbox>>();
  private readonly onWork = new Set<() => void>();
  private readonly onGap = new Set<() => void>();
  private client: pg.Client | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | null = null;
  /** One question at a time is asked on the connection; those who come meanwhile share the next. */
  private answered: Promise<boolean> = Promise.resolve(true);
  private nextAnswer: Promise<boolean> | null = null;

  constructor(private readonly url: string) {}

  /** Connects. From here on a lost connection is made again by itself. */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined);
    client.on('end', () => this.reopenLater());
    client.on('notification', ({ channel, payload }) => this.notified(channel, payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${liveChannel}; LISTEN ${outboxChannel}`);
    this.client = client;
    this.heard.isDeaf = false;
  }

  /** Calls back whenever a commit has left work in the outbox. */
  whenWorkWaits(callback: () => void): () => void {
    this.onWork.add(callback);
    return () => this.onWork.delete(callback);
  }

  /** Calls back when messages may have been missed, after the connection was lost and made again. */
  whenGap(callback: () => void): () => void {
    this.onGap.add(callback);
    return () => this.onGap.delete(callback);
  }

  /** `onFull` is told when the listener does not keep up with what is said; it hears nothing more. */
  listen(topics: readonly string[], onFull?: () => void): AsyncIterableIterator<LivePayload> {
    const forget = () => {
      for (const topic of topics) {
        this.listeners.get(topic)?.delete(mailbox);
        if (this.listeners.get(topic)?.size === 0) this.listeners.delete(topic);
      }
    };
    const mailbox = new Mailbox(forget, onFull);
    for (const topic of topics) this.listeners.set(topic, (this.listeners.get(topic) ?? new Set()).add(mailbox));
    return mailbox;
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    for (const mailboxes of [...this.listeners.values()]) for (const mailbox of [...mailboxes]) mailbox.end();
    await this.client?.end().catch(() => undefined);
  }

  /**
   * Resolves with whether all that PostgreSQL had to say until now has been heard. Not while the connection is lost: when it is there again, it
   * is told that messages may have been missed.
   */
  settle(): Promise<boolean> {
    this.nextAnswer ??= this.answered.then(() => {
      this.nextAnswer = null;
      const asked = this.client?.query('').then(
        () => true,
        () => false,
      );
      this.answered = asked ?? Promise.resolve(false);
      return this.answered;
    });
    return this.nextAnswer;
  }

  /** Says that messages may have been missed. */
  missed(): void {
    for (const callback of this.onGap) callback();
  }

  /** Hands a message to those who listen. */
  receive({ topics, payload }: LiveMessage): void {
    const told = new Set(topics.flatMap((topic) => [...(this.listeners.get(topic) ?? [])]));
    for (const mailbox of told) mailbox.put(payload);
  }

  private notified(channel: string, text: string): void {
    if (channel === liveChannel) return this.receive(JSON.parse(text) as LiveMessage);
    if (text) this.heard.note(text);
    for (const callback of this.onWork) callback();
  }

  private reopenLater(): void {
    this.client = null;
    this.heard.isDeaf = true;
    if (this.closed || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.open().then(
        () => [...this.onGap, ...this.onWork].forEach((callback) => callback()),
        () => this.reopenLater(),
      );
    }, 250);
  }
}
