/** Which texts of statements come again: those get a name, under which a connection plans them once. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** So many texts are remembered; what is not repeated among them is not named. */
const most = 500;
const repeated = 3;

/** What a new column would change the shape of: PostgreSQL refuses a kept plan then, and the code before a migration goes on beside it. */
const asWideAsItsTable = /(\bSELECT|\bRETURNING|,)\s+("?\w+"?\.)?\*/i;

export class KnownTexts {
  private readonly texts = new LRUCache<string, { uses: number; readonly name: string | null }>({ max: most });

  /** The name of a text, from its third time on. Null where it has none. */
  nameOf(text: string): string | null {
    const known = this.texts.get(text);
    if (known) {
      known.uses += 1;
      return known.uses >= repeated ? known.name : null;
    }
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 40);
    this.texts.set(text, { uses: 1, name: asWideAsItsTable.test(text) ? null : `t${hash}` });
    return null;
  }
}
