/** What became of a part at the sites that took it up, in sentences. Pure. */
import type { Benefit, EndingReason } from '@hub/graphql';
import { counted, inShort } from '@hub/ui';
import { benefitLabels } from '../record/benefit-words';
import { endingReasonWords, inSentence } from '../ending-words';

export interface PartCounts {
  readonly heading: string;
  readonly core: boolean | null;
  readonly adopters: number;
  readonly changed: number;
  readonly stopped: number;
  readonly dropped: number;
  readonly droppedWithBenefit: number;
}

/** "Who does it: changed by 5 of 7; 2 of those stopped". */
export function partWords({ heading, adopters, changed, stopped, dropped, core }: PartCounts): string {
  const after = [
    ...(stopped > 0 ? [`${stopped} of those stopped`] : []),
    ...(dropped > 0 ? [`${dropped} left it out${core ? ', although it is core' : ''}`] : []),
  ];
  return [`${heading}: changed by ${changed} of ${counted(adopters, 'site')}`, ...after].join('; ');
}

/** Where something core was left out and the site says that people benefit all the same; null where nowhere. */
export function coreWords({ heading, core, droppedWithBenefit }: PartCounts): string | null {
  if (!core || droppedWithBenefit === 0) return null;
  const sites = counted(droppedWithBenefit, 'site');
  return `${sites} left out “${heading}”, which is core, and ${droppedWithBenefit === 1 ? 'says' : 'say'} that people benefit all the same. Is it core?`;
}

interface WhatCame {
  readonly ending: { readonly reason: EndingReason } | null;
  readonly benefit: Benefit | null;
  readonly benefitWords: string | null;
}

/** What came of it at one site, as it says itself: why it ended, and whether people benefit. Empty while it says neither. */
export function whatCame({ ending, benefit, benefitWords }: WhatCame): string[] {
  return [
    ...(ending ? [`Main reason that it ended: ${inSentence(endingReasonWords[ending.reason])}`] : []),
    ...(benefit ? [`Do people benefit? ${[benefitLabels[benefit], benefitWords].filter(Boolean).join('. ')}`] : []),
  ];
}

interface PartChangeFacts {
  readonly dropped: boolean;
  readonly text: string | null;
  readonly adaptation: {
    readonly modifications: readonly ({ readonly what: string; readonly why: string } & Readonly<
      Record<'sectionKeys' | 'componentKeys' | 'leftOutKeys', readonly string[]>
    >)[];
  };
}

/** As many letters of a text that nobody gave a reason for. */
const mostLetters = 200;

/** How a site changed the part with this key, and why; where it wrote nothing down, how its text begins. */
export function howChanged(key: string, { dropped, text, adaptation }: PartChangeFacts): string[] {
  const reasons = adaptation.modifications
    .filter((change) =>
      [change.sectionKeys, change.componentKeys, change.leftOutKeys].some((keys) => keys.includes(key)),
    )
    .map(({ what, why }) => `${what}. Why: ${why}`);
  const written = reasons.length === 0 && text !== null ? [`Now: “${inShort(text, mostLetters)}”`] : [];
  return [...(dropped ? ['Left it out'] : []), ...reasons, ...written];
}
