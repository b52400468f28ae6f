/** Canaries: a word that stands in one guarded text and nowhere else, so that whoever receives it has seen that text. */

/** Who may read a thing, in the test's own words and by the test's own judgement, never the hub's. */
export type Audience =
  | 'nobody'
  | 'everyone'
  | 'the network'
  | `members of ${string}`
  | `editors of ${string}`
  | `leads of ${string}`
  | `card of ${string}`
  | `facilitators of ${string}`
  | `request of ${string}`
  | `request to ${string}`
  | `proposal of ${string}`
  | 'the invited address'
  | `address of ${string}`
  | 'administrators'
  | 'whoever is told that the glass was broken'
  | 'moderators'
  | `report of ${string}`
  | `case of ${string}`
  | `name opened of ${string}`
  | `only ${string}`;

export interface Canary {
  readonly word: string;
  /** Where it was planted, such as `Intervention.title`. */
  readonly place: string;
  readonly audience: Audience;
}

const anyCanary = /z[qr][a-z]+\d+x/g;

/** Every canary found in some bytes, those that a twin world has changed among them. */
export function canariesIn(text: string): string[] {
  return [...new Set(text.toLowerCase().match(anyCanary) ?? [])];
}

/** What a twin world writes in place of a hidden canary: another word, of another length. */
export function changedWord(word: string): string {
  return word.replace(/^zq/, 'zrother');
}

/** The canary that a word found is, changed or not. */
export function originalWord(word: string): string {
  return word.replace(/^zrother/, 'zq');
}

/** The register of what was planted where. */
export class Canaries {
  private readonly planted = new Map<string, Canary>();

  /** A new word for one place. */
  plant(place: string, audience: Audience): string {
    const word = `zq${place.toLowerCase().replaceAll(/[^a-z]/g, '')}${this.planted.size + 1}x`;
    this.planted.set(word, { word, place, audience });
    return word;
  }

  get all(): readonly Canary[] {
    return [...this.planted.values()];
  }

  /** The canary behind a word, or undefined for a word that nobody planted. */
  of(word: string): Canary | undefined {
    return this.planted.get(originalWord(word));
  }
}
