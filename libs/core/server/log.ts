/** Where the hub writes what operators need to know: one line each, on standard error. */
import { Injectable } from '@nestjs/common';

@Injectable()
export class Log {
  error(text: string): void {
    process.stderr.write(`${new Date().toISOString()} error ${text}\n`);
  }

  warn(text: string): void {
    process.stderr.write(`${new Date().toISOString()} warning ${text.replaceAll('\n', ' ')}\n`);
  }
}
