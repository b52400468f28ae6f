/** Letters whose words are made when they are sent, so that they hold nothing that their reader may no longer see by then. */
import { extensionPoint, type EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { letterHtml, letterText, type Letter } from './letter';

export interface LateLetter {
  readonly id: string;
  /** Fixed when it was promised, with its angle brackets. */
  readonly messageId: string;
  readonly member: EntityRef;
}

export interface WrittenLetter extends Letter {
  /** The address that the member has by now. */
  readonly to: string;
  /** Further headers, such as List-Unsubscribe and References. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LetterWriter {
  /** Kept with each letter that it promised. */
  readonly name: string;
  /** The words, as the member may read them now. Null when nothing is left to say: it is then taken out. Writes nothing: it may be asked again. */
  write(tx: EntityManager, letter: LateLetter): Promise<WrittenLetter | null>;
}

export const letterWriters = extensionPoint<LetterWriter>('core', 'letter-writers');

/** A letter as a mail server is given it. */
export interface ReadyLetter {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who writes the letters that were promised. */
export class LateLetters {
  private readonly writers: ReadonlyMap<string, LetterWriter>;

  constructor(writers: readonly LetterWriter[]) {
    this.writers = new Map(writers.map((writer) => [writer.name, writer]));
  }

  /** The words of one, or null. In a transaction within the caller's: one that cannot be written spoils nothing else. */
  async write(tx: EntityManager, writer: string, letter: LateLetter): Promise<ReadyLetter | null> {
    const written = await tx.transaction((inner) => this.named(writer).write(inner, letter));
    return (
      written && {
        ...{ recipient: oneLine(written.to), subject: oneLine(written.subject), headers: written.headers ?? {} },
        ...{ text: letterText(written), html: letterHtml(written) },
      }
    );
  }

  private named(name: string): LetterWriter {
    const writer = this.writers.get(name);
    if (!writer) throw new Error(`Nobody writes letters of "${name}" any more.`);
    return writer;
  }
}

/** Headers are single lines: whatever would begin another one becomes a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
