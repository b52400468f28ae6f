/** The log of a hub that is measured: shown as it comes, and asked why a request failed. */

/**
 * @returns {{hear: (line: string) => void, whyOf: (request: string) => string}} `whyOf` says in words of the log what became of the request of this id
 */
export function logOfHub() {
  const causes = new Map();
  return {
    hear(line) {
      process.stderr.write(`${line}\n`);
      const { request, what, error } = entryOf(line);
      if (request) causes.set(request, [what, error?.code, error?.message].filter(Boolean).join(', '));
    },
    whyOf: (request) => causes.get(request) ?? 'the log says nothing of it',
  };
}

/** What is no JSON was said by Node itself. */
function entryOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
