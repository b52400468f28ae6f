/** What the tools tell the person at the terminal. A closed terminal must not stop an orderly end. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** One line about what is going on. */
export const say = (text) => process.stdout.write(`${text}\n`);

/** One line about what went wrong. */
export const complain = (text) => process.stderr.write(`${text}\n`);
