/** Where the hub writes what operators need to know: one line each, problems on standard error. */
import { Injectable } from '@nestjs/common';

@Injectable()
export class Log {
  error(text: string): void {
    process.stderr.write(`${new Date().toISOString()} error ${text}\n`);
  }

  /** Something that whoever started the hub waits for: on standard output, and in no file of errors. */
  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  warn(text: string): void {
    process.stderr.write(`${new Date().toISOString()} warning ${text.replaceAll('\n', ' ')}\n`);
  }
}
