/** The settings of the log: how its lines look, and from which weight on they are written. */
const forms = ['json', 'lines'] as const;
const levels = ['error', 'warn', 'info'] as const;

export interface LogSettings {
  readonly form: (typeof forms)[number];
  /** `info` has a line for every request. */
  readonly level: (typeof levels)[number];
}

/**
 * Reads them: JSON, but for a person at a terminal; problems alone, unless more is asked for. Throws an Error with one clear sentence for
 * values that make no sense.
 */
export function logSettings(
  env: Readonly<Record<string, string | undefined>>,
  isAtTerminal = process.stderr.isTTY,
): LogSettings {
  return {
    form: oneOf(forms, 'HUB_LOG', env.HUB_LOG || (isAtTerminal ? 'lines' : 'json')),
    level: oneOf(levels, 'HUB_LOG_LEVEL', env.HUB_LOG_LEVEL || 'warn'),
  };
}

function oneOf<T extends string>(values: readonly T[], name: string, text: string): T {
  const value = values.find((each) => each === text);
  if (!value) throw new Error(`${name} must be ${values.join(', ')}, not "${text}".`);
  return value;
}
