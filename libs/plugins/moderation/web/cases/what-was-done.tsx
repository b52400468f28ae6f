/** Who did what with a case, and when: for the record. What they saw and said stands in its own sections. */
import { formatDateTime } from '@hub/ui';
import { outcomeWords } from '../words';
import type { CasePartsFragment } from './cases.generated';

interface Step {
  readonly at: string;
  readonly words: string;
}

export function WhatWasDone({ case: kase }: { readonly case: CasePartsFragment }) {
  const steps = stepsOf(kase);
  // That it was opened stands above, while it waits.
  if (steps.length === 0 || (steps.length === 1 && !kase.decidedAt)) return null;
  return (
    <section aria-labelledby="what-was-done">
      <h2 id="what-was-done" className="nhsuk-heading-m">
        What was done
      </h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {steps.map(({ at, words }) => (
          <li key={`${at} ${words}`}>
            {formatDateTime(at)}: {words}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The oldest first. */
export function stepsOf({
  openedBy,
  openedAt,
  nameOpenings,
  decision,
  decidedBy,
  decidedAt,
  appeal,
}: CasePartsFragment): Step[] {
  const steps = [
    openedAt && { at: openedAt, words: `${named(openedBy)} opened this case.` },
    ...nameOpenings.map(({ by, openedAt: at }) => ({ at, words: `${named(by)} opened the name.` })),
    decidedAt && { at: decidedAt, words: outcomeWords(decision, named(decidedBy)) },
    appeal && { at: appeal.madeAt, words: 'The author appealed.' },
    appeal?.decidedAt && {
      at: appeal.decidedAt,
      words: appeal.upheld
        ? `${named(appeal.decidedBy)} agreed with the appeal.`
        : `${named(appeal.decidedBy)} answered that the decision stands.`,
    },
  ];
  return steps
    .filter((step) => typeof step === 'object' && step !== null)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const named = (member: { readonly displayName: string } | null | undefined): string =>
  member?.displayName ?? 'A moderator';
