/** Lines of the log as a person at a terminal reads them. */

/** One line of JSON, in words; the places of an error follow it. */
export function inLines(json: string): string {
  const { time, level, what, error, ...facts } = JSON.parse(json) as Record<string, unknown>;
  const { stack, ...about } = (error ?? {}) as Record<string, unknown>;
  const words = Object.entries({ ...facts, ...about }).map(([name, value]) => `${name}=${wordOf(value)}`);
  const line = [time, level, what, ...words].join(' ');
  return `${line}\n${typeof stack === 'string' && stack ? `${stack}\n` : ''}`;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value);
}
