/** The sections of an intervention: the TIDieR items but the name, each with the page's words for it. */
import tidier from './tidier-items.json' with { type: 'json' };

/** The page's heading for each item, in the order in which they are read. */
const headings = {
  why: 'Why',
  materials: 'What you need',
  procedures: 'What to do',
  who_provides: 'Who does it',
  how: 'How',
  where: 'Where',
  when_how_much: 'When and how often',
  tailoring: 'Fitting it to a person',
  modifications: 'Changes so far',
  fidelity_planned: 'How it is checked',
  fidelity_actual: 'How well it went',
} as const;

export type SectionKey = keyof typeof headings;

export interface SectionItem {
  readonly key: SectionKey;
  readonly heading: string;
  /** The question to ask for it. */
  readonly prompt: string;
  readonly help: string;
  readonly example: string;
  readonly requiredToPublish: boolean;
  /** `after` can only be answered once it has run: show it as not yet due, not as missing. */
  readonly stage: 'before' | 'after';
}

/** The 11 sections in the order in which they are read. */
export const sectionItems: readonly SectionItem[] = (Object.keys(headings) as SectionKey[]).map(itemOf);

/** Whether a text is the key of a section. */
export function isSectionKey(text: string): text is SectionKey {
  return Object.hasOwn(headings, text);
}

/** The page's heading for a section. */
export function headingOf(key: SectionKey): string {
  return headings[key];
}

function itemOf(key: SectionKey): SectionItem {
  const item = tidier.items.find(({ id }) => id === key);
  if (!item) throw new Error(`"${key}" is not among the TIDieR items.`);
  const { prompt, help, example, required_to_publish: requiredToPublish } = item;
  return {
    key,
    heading: headings[key],
    prompt,
    help,
    example,
    requiredToPublish,
    stage: item.stage === 'after' ? 'after' : 'before',
  };
}
