/** A figure that is read when somebody asks for it, instead of being kept. */
import { Gauge, type Registry } from 'prom-client';

export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Adds it to a registry. While it cannot be read it is left out, and everything else is answered. */
export function gauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => readonly Reading[] | Promise<readonly Reading[]>,
  labelNames: readonly string[] = [],
): void {
  const made = new Gauge<string>({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      const readings = await Promise.resolve(read()).catch(() => []);
      this.reset();
      for (const { labels = {}, value } of readings) this.set(labels, value);
    },
  });
  made.reset();
}
