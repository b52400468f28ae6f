/** Instances of the built hub in several roles, each behind an address that stays, killed and stopped and started again. */
import { startInstance, type Instance } from '../instances';
import { Link } from './link';

export type Role = 'api' | 'worker';

export interface Killed {
  readonly name: string;
  readonly at: number;
}

interface Member {
  readonly name: string;
  readonly instance: Instance;
}

/** Every start has a name of its own, such as `worker-3`, that its database sessions and its mails bear. */
export class Fleet {
  /** Those that were killed, in the order in which they were. */
  readonly killed: Killed[] = [];
  private readonly members: Member[] = [];
  private started = 0;

  private constructor(
    readonly roles: readonly Role[],
    private readonly links: readonly Link[],
    private readonly databaseUrl: string,
    private readonly settingsOf: (name: string) => Readonly<Record<string, string>>,
  ) {}

  /** Starts one of each of these roles. */
  static async start(
    roles: readonly Role[],
    databaseUrl: string,
    settingsOf: (name: string) => Readonly<Record<string, string>>,
  ): Promise<Fleet> {
    const links = await Promise.all(roles.map(() => Link.open()));
    const fleet = new Fleet(roles, links, databaseUrl, settingsOf);
    await Promise.all(roles.map((_, place) => fleet.start(place)));
    return fleet;
  }

  /** Starts one at a place where none runs. */
  async start(place: number): Promise<void> {
    const role = this.roles[place] ?? 'api';
    const name = `${role}-${(this.started += 1)}`;
    const address = this.links[place]?.address ?? '';
    const settings = { HUB_ROLE: role, HUB_PUBLIC_URL: address, PGAPPNAME: name, ...this.settingsOf(name) };
    const instance = await startInstance(this.databaseUrl, settings);
    this.members[place] = { name, instance };
    if (role === 'api') this.links[place]?.leadTo(Number(new URL(instance.address).port));
  }

  /** Where requests can be sent, through lines that can be cut; whoever is there may just have died. */
  get apis(): readonly Link[] {
    return this.links.filter((_, place) => this.roles[place] === 'api');
  }

  nameAt(place: number): string {
    return this.members[place]?.name ?? '';
  }

  placeOf(name: string): number {
    return this.members.findIndex((member) => member.name === name);
  }

  /** Kills the one at a place, and starts none there. */
  async kill(place: number): Promise<void> {
    this.killed.push({ name: this.nameAt(place), at: Date.now() });
    await this.members[place]?.instance.end('SIGKILL');
  }

  /** Asks it to stop; its exit code. */
  async stop(place: number): Promise<number | null> {
    return (await this.members[place]?.instance.end('SIGTERM')) ?? null;
  }

  /** Names of those that ended although nobody ended them. */
  get died(): string[] {
    return this.members.filter(({ instance }) => !instance.isRunning()).map(({ name }) => name);
  }

  pidOf(place: number): number {
    return this.members[place]?.instance.pid ?? 0;
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map(({ instance }) => instance.end('SIGKILL')));
    this.links.forEach((link) => link.close());
  }
}
