/** Tells a database that cannot be used just now from everything else that may go wrong. */

const codes = /^(08(?!P01)|57P|53)|^(25006|57014|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** How the driver and TypeORM say it where there is no code. */
const sentences =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|query runner (was )?already released/i;

/** Which of its own sentences a driver said that the database cannot be used with; nothing that stands around it. */
export function downSentence({ message }: Error): string | undefined {
  return sentences.exec(message)?.[0];
}

/** True for an error that says: connection lost, refused, shutting down, out of connections or of disk, read only, or too slow. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && codes.test(String(error.code))) || sentences.test(error.message);
}

/** True for an error that says: nothing can be written just now, because the disk is full or the database is read only. */
export const cannotWrite = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['25006', '53100'].includes(String(error.code));
