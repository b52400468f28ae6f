/** Instances in several roles that are killed, each at some moment of its own, and started again. */
import { setTimeout as pause } from 'node:timers/promises';
import { startInstance, type Instance } from './instances';

export const roles = ['api', 'worker', 'all'] as const;
export type Role = (typeof roles)[number];

/** The same numbers for the same seed, so that a run can be had again (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One instance of each role. Every start has a name of its own, such as `worker-3`, that its database sessions and its mails bear. */
export class Fleet {
  /** Names of those that were killed, in the order in which they were. */
  readonly killed: string[] = [];
  private readonly running = new Map<Role, { readonly name: string; readonly instance: Instance }>();
  private started = 0;

  constructor(
    private readonly databaseUrl: string,
    private readonly urlFor: (name: string) => string,
    private readonly random: () => number,
  ) {}

  async start(role: Role): Promise<void> {
    const name = `${role}-${(this.started += 1)}`;
    const env = { HUB_ROLE: role, HUB_SMTP_URL: this.urlFor(name), PGAPPNAME: name };
    this.running.set(role, { name, instance: await startInstance(this.databaseUrl, env) });
  }

  startAll(): Promise<unknown> {
    return Promise.all(roles.map((role) => this.start(role)));
  }

  /** Where requests can be sent; one of these may just have died. */
  addresses(): string[] {
    return [...this.running.values()].map(({ instance }) => instance.address).filter((address) => address !== '');
  }

  /** Kills the one of that name, and starts none in its place. */
  async kill(name: string): Promise<void> {
    const role = this.roleOf(name);
    await this.running.get(role)?.instance.end('SIGKILL');
    this.killed.push(name);
  }

  /** Each role once, in any order, each after some time. */
  async killEach(): Promise<void> {
    const order = roles.map((role) => ({ role, place: this.random() })).sort((one, other) => one.place - other.place);
    for (const { role } of order) {
      await pause(100 + this.random() * 900);
      await this.kill(this.running.get(role)?.name ?? '');
      await this.start(role);
    }
  }

  /** Asks it to stop; its exit code. */
  async stop(role: Role): Promise<number | null> {
    return (await this.running.get(role)?.instance.end('SIGTERM')) ?? null;
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ instance }) => instance.end('SIGKILL')));
  }

  roleOf(name: string): Role {
    return name.split('-')[0] as Role;
  }
}
