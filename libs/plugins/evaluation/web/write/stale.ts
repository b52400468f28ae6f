/** Two people wrote at once: what each changed is kept, and only where both changed the same is somebody asked. Pure. */
import { evaluationMethods, evaluationVerdicts, evidenceStrengths } from '@hub/plugins/evaluation/contract';
import { figureWords, formatMonth, listed, type ConflictingText } from '@hub/ui';
import type { EvaluationContent } from './writing';

export type ContentField = keyof EvaluationContent;

export interface Merged {
  /** Everything that only one of the two changed; where both did, what I wrote. */
  readonly content: EvaluationContent;
  readonly clashes: readonly ContentField[];
}

/** Three-way, field by field: what both started from, what I wrote, what is there now. */
export function merge(base: EvaluationContent, mine: EvaluationContent, now: EvaluationContent): Merged {
  const fields = Object.keys(headings) as ContentField[];
  const isMine = (field: ContentField) => !same(mine[field], base[field]);
  const clashes = fields.filter(
    (field) => isMine(field) && !same(now[field], base[field]) && !same(mine[field], now[field]),
  );
  const kept = fields.map((field) => [field, isMine(field) ? mine[field] : now[field]]);
  return { content: Object.fromEntries(kept) as unknown as EvaluationContent, clashes };
}

/** The fields on which both sides differ, in words, to be compared. */
export function clashTexts(
  clashes: readonly ContentField[],
  mine: EvaluationContent,
  now: EvaluationContent,
): ConflictingText[] {
  return clashes.map((field) => ({
    name: field,
    heading: headings[field],
    mine: wordsOf(mine, field),
    theirs: wordsOf(now, field),
  }));
}

/** What was chosen of the clashes: texts as they were put together; of choices, figures and months the side that was chosen. */
export function settled(
  { content, clashes }: Merged,
  choice: 'mine' | 'theirs' | 'combined',
  texts: Readonly<Record<string, string>>,
  now: EvaluationContent,
): EvaluationContent {
  const from = choice === 'theirs' ? now : content;
  const chosen = clashes.map((field) => [
    field,
    choice === 'combined' && freeTexts.includes(field) ? texts[field] : from[field],
  ]);
  return { ...content, ...(Object.fromEntries(chosen) as Partial<EvaluationContent>) };
}

const headings: Readonly<Record<ContentField, string>> = {
  title: 'Title',
  question: 'What you want to find out',
  methods: 'How it was done',
  methodNote: 'What was done',
  periodFrom: 'First month',
  periodTo: 'Last month',
  findings: 'What was found',
  verdict: 'What it says',
  sureness: 'Evidence for that',
  limitations: 'What it cannot show',
  figures: 'Figures',
  funding: 'Who did it and who paid for it',
};

const freeTexts: readonly ContentField[] = ['title', 'question', 'methodNote', 'findings', 'limitations', 'funding'];

function wordsOf(content: EvaluationContent, field: ContentField): string {
  switch (field) {
    case 'methods':
      return listed(content.methods.map((method) => evaluationMethods[method]));
    case 'verdict':
      return content.verdict ? evaluationVerdicts[content.verdict] : '';
    case 'sureness':
      return content.sureness ? evidenceStrengths[content.sureness] : '';
    case 'figures':
      return content.figures.map((figure) => `${figure.label}: ${figureWords(figure)}`).join('\n');
    case 'periodFrom':
    case 'periodTo':
      return formatMonth(content[field] ?? '');
    default:
      return content[field] ?? '';
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** Figures without what a client adds to them, in one order of their parts. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    const { label, value: number, unit } = item as Record<string, unknown>;
    return { label, number, unit: unit ?? null };
  });
}
