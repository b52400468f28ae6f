/** The settings of those who run the hub: where health and metrics are asked for, and how it stops. */
export interface OperatingSettings {
  /** A port of its own for health and metrics; null for none. */
  readonly port: number | null;
  /** With it metrics can be read, on the port of the pages too; null keeps them to the port of their own. */
  readonly metricsToken: string | null;
  /** How long a process that was told to stop goes on answering, while it says that it is not ready. */
  readonly drainSeconds: number;
}

const shortestToken = 16;
const longestDrain = 60;

/** Reads them. Throws an Error with one clear sentence for values that make no sense. */
export function operatingSettings(env: Readonly<Record<string, string | undefined>>): OperatingSettings {
  const { HUB_OPERATING_PORT: port, HUB_METRICS_TOKEN: token, HUB_DRAIN_SECONDS: drain } = env;
  if (token && token.length < shortestToken)
    throw new Error(`HUB_METRICS_TOKEN must have at least ${shortestToken} characters.`);
  return {
    port: port ? numberUpTo(65_535, 'HUB_OPERATING_PORT', port) : null,
    metricsToken: token || null,
    drainSeconds: drain ? numberUpTo(longestDrain, 'HUB_DRAIN_SECONDS', drain) : 0,
  };
}

function numberUpTo(most: number, name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${name} must be a whole number up to ${most}, not "${text}".`);
  return value;
}
