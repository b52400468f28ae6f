/**
 * Where the hub writes what operators need to know, a line each, on standard error. A line holds what happened in constant words, and
 * facts that are the hub's own: never what people wrote, what they are called, addresses, codes, tokens or variables of operations.
 */
import { Inject, Injectable } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { hubSettings } from './hub-settings';
import { currentWork } from './operating/current-work';
import { errorFacts } from './operating/error-facts';
import { inLines } from './operating/log-lines';
import type { LogSettings } from './operating/log-settings';

/** Names of things of the hub, ids without words in them, and figures. */
export type LogFacts = Readonly<Record<string, string | number | readonly string[] | null>>;

/** How parts of the hub tell of a problem: in constant words, with what was thrown. */
export type Report = (what: string, error?: unknown, facts?: LogFacts) => void;

@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(hubSettings) { log: { form, level } }: { readonly log: LogSettings }) {
    const write = (line: string) => void process.stderr.write(form === 'json' ? line : inLines(line));
    this.logger = pino(
      {
        level,
        base: null,
        messageKey: 'what',
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        mixin: whatIsDone,
      },
      { write },
    );
  }

  readonly error: Report = (what, error, facts) => this.logger.error(withError(error, facts), what);

  readonly warn: Report = (what, error, facts) => this.logger.warn(withError(error, facts), what);

  /** What went as it should. */
  info(what: string, facts: LogFacts): void {
    this.logger.info(facts, what);
  }

  /** Something that whoever started the hub waits for: on standard output, and in no file of errors. */
  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }
}

/** For which request, and by which operation. */
function whatIsDone(): object {
  const work = currentWork();
  return work ? { request: work.id, ...(work.operation ? { operation: work.operation } : {}) } : {};
}

function withError(error: unknown, facts: LogFacts = {}): object {
  return error === undefined ? facts : { ...facts, error: errorFacts(error) };
}
