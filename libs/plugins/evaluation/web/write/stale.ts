/** Two people wrote an evaluation at once: what is compared, in words, and both in one. Pure. */
import { joinedTexts, type ComparedText } from '@hub/core/web';
import { evaluationMethods, evaluationVerdicts, evidenceStrengths } from '@hub/plugins/evaluation/contract';
import { filledFigureRows, listed, type MonthParts } from '@hub/ui';
import type { CorrectedWriting } from './writing';

/** Each field of the form, in its order. */
export const comparedTexts: readonly ComparedText<CorrectedWriting>[] = [
  { heading: 'Title', words: ({ title }) => title },
  { heading: 'What you want to find out', words: ({ question }) => question },
  {
    heading: 'How it was done',
    words: ({ methods }) => listed(methods.map((method) => evaluationMethods[method])),
  },
  { heading: 'What was done', words: ({ methodNote }) => methodNote },
  { heading: 'First month', words: ({ periodFrom }) => monthWords(periodFrom) },
  { heading: 'Last month', words: ({ periodTo }) => monthWords(periodTo) },
  { heading: 'What was found', words: ({ findings }) => findings },
  { heading: 'What it says', words: ({ verdict }) => (verdict ? evaluationVerdicts[verdict] : '') },
  { heading: 'Evidence for that', words: ({ sureness }) => (sureness ? evidenceStrengths[sureness] : '') },
  { heading: 'What it cannot show', words: ({ limitations }) => limitations },
  { heading: 'Figures', words: ({ figures }) => filledFigureRows(figures).map(figureLine).join('\n') },
  { heading: 'Who did it and who paid for it', words: ({ funding }) => funding },
];

/** All texts, methods and figures of both; of what is one choice or one month, mine. */
export function joinedWritings(theirs: CorrectedWriting, mine: CorrectedWriting): CorrectedWriting {
  const both = <Item>(one: readonly Item[], other: readonly Item[]) => [
    ...one,
    ...other.filter((item) => !one.some((each) => JSON.stringify(each) === JSON.stringify(item))),
  ];
  return {
    ...mine,
    title: theirs.title.trim() === mine.title.trim() ? mine.title : `${theirs.title} / ${mine.title}`,
    question: joinedTexts(theirs.question, mine.question),
    methods: both(theirs.methods, mine.methods),
    methodNote: joinedTexts(theirs.methodNote, mine.methodNote),
    findings: joinedTexts(theirs.findings, mine.findings),
    limitations: joinedTexts(theirs.limitations, mine.limitations),
    figures: both(theirs.figures, mine.figures),
    funding: joinedTexts(theirs.funding, mine.funding),
  };
}

function monthWords({ month, year }: MonthParts): string {
  return [month, year].filter(Boolean).join(' ');
}

function figureLine({ label, value, unit }: { label: string; value: string; unit: string }): string {
  return `${label}: ${[value, unit].filter(Boolean).join(' ')}`;
}
