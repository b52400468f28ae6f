/** The parts of a description, each a page of its own: what the hub has of it, what is sent, and how two writings of it meet. Pure. */
import { joinedTexts, type Problem } from '@hub/core/web';
import type { UpdateInterventionInput } from '@hub/graphql';
import { needKinds, segmentsOf } from '@hub/plugins/interventions/contract';
import { figureRowProblems, figureRowsOf, figuresOf, filledFigureRows, type FigureRow } from '@hub/ui';
import { describedTexts, riskWords } from '../described';
import type { ComponentTextFragment, DescriptionTextFragment } from '../intervention-parts.generated';

/** What is described, as the hub keeps it: of a draft, and of a conflict. */
export interface Described {
  readonly components: readonly ComponentTextFragment[];
  readonly description: DescriptionTextFragment;
}

export interface DescriptionPart<Value extends object> {
  readonly key: string;
  readonly heading: string;
  readonly prompt: string;
  readonly hint: string;
  readonly from: (described: Described) => Value;
  readonly input: (value: Value) => Partial<UpdateInterventionInput>;
  readonly problems: (value: Value) => Problem['fields'];
  /** As plain text: to compare two writings, and to see whether anything is written. */
  readonly words: (value: Value) => string;
  /** Both writings in one, to be put right by hand. */
  readonly join: (theirs: Value, mine: Value) => Value;
}

export interface ComponentRow {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly core: 'core' | 'adaptable' | null;
  readonly reason: string;
}

export interface NeedRow {
  readonly kind: (typeof needKinds)[number];
  readonly text: string;
  readonly figures: readonly FigureRow[];
}

export interface RiskRow {
  readonly risk: string;
  readonly response: string;
}

const hint = 'Do not include details of patients';

export const problemPart: DescriptionPart<{ readonly problem: string }> = {
  key: 'problem',
  heading: 'The problem',
  prompt: 'What was wrong before it?',
  hint,
  from: ({ description }) => ({ problem: description.problem ?? '' }),
  input: ({ problem }) => ({ description: { problem } }),
  problems: () => [],
  words: ({ problem }) => problem.trim(),
  join: (theirs, mine) => ({ problem: joinedTexts(theirs.problem, mine.problem) }),
};

export const populationPart: DescriptionPart<{ readonly population: string; readonly segments: readonly string[] }> = {
  key: 'population',
  heading: 'The people',
  prompt: 'Whom is it for?',
  hint,
  from: ({ description }) => ({
    population: description.population ?? '',
    segments: description.segments.map(({ slug }) => slug),
  }),
  input: ({ population, segments }) => ({ description: { population, segments: [...segments] } }),
  problems: () => [],
  words: ({ population, segments }) =>
    [population.trim(), ...segmentsOf(segments).map(({ name }) => name)].filter(Boolean).join('\n'),
  join: (theirs, mine) => ({
    population: joinedTexts(theirs.population, mine.population),
    segments: [...new Set([...theirs.segments, ...mine.segments])],
  }),
};

export const componentsPart: DescriptionPart<{ readonly components: readonly ComponentRow[] }> = {
  key: 'components',
  heading: 'Components',
  prompt: 'What is it made of, and what can be changed?',
  hint: `Name its parts. A core part is one without which it is another thing. ${hint}`,
  from: ({ components }) => ({ components: components.map(rowOf) }),
  input: ({ components }) => ({
    components: components.filter(isWritten).map(({ core, ...row }) => ({ ...row, core: core === 'core' })),
  }),
  problems: ({ components }) =>
    components.flatMap((row, at) => {
      if (!isWritten(row)) return [];
      return [
        ...(row.name.trim() ? [] : [{ path: `components.${at}.name`, message: `Name component ${at + 1}` }]),
        ...(row.core ? [] : [{ path: `components.${at}.core`, message: `Say whether component ${at + 1} is core` }]),
      ];
    }),
  words: ({ components }) => components.filter(isWritten).map(componentLines).join('\n\n'),
  join: (theirs, mine) => ({
    components: [...theirs.components, ...mine.components.filter((row) => isMissingIn(theirs.components, row))],
  }),
};

export const needsPart: DescriptionPart<{ readonly needs: readonly NeedRow[] }> = {
  key: 'needs',
  heading: 'What it takes',
  prompt: 'What does it take?',
  hint: `People, money and equipment, in words and, where you have them, in figures. ${hint}`,
  from: ({ description }) => ({
    needs: needKinds.map((kind) => {
      const need = description.needs.find((one) => one.kind === kind);
      return { kind, text: need?.text ?? '', figures: figureRowsOf(need?.figures ?? []) };
    }),
  }),
  input: ({ needs }) => ({
    description: {
      needs: needs.map(({ kind, text, figures }) => ({ kind, text, figures: figuresOf(filledFigureRows(figures)) })),
    },
  }),
  problems: ({ needs }) => needs.flatMap(({ figures }, at) => figureRowProblems(figures, `needs.${at}.figures`)),
  words: ({ needs }) =>
    needs
      .flatMap(({ text, figures }) => [
        text.trim(),
        ...filledFigureRows(figures).map((row) => `${row.label}: ${row.value} ${row.unit}`),
      ])
      .filter(Boolean)
      .join('\n'),
  join: (theirs, mine) => ({
    needs: theirs.needs.map((need, at) => ({
      ...need,
      text: joinedTexts(need.text, mine.needs[at]?.text ?? ''),
      figures: [...need.figures, ...(mine.needs[at]?.figures ?? []).filter((row) => isMissingIn(need.figures, row))],
    })),
  }),
};

export const risksPart: DescriptionPart<{ readonly risks: readonly RiskRow[] }> = {
  key: 'risks',
  heading: 'Risks',
  prompt: 'What could go wrong, and what was done about it?',
  hint,
  from: ({ description }) => ({
    risks: description.risks.map(({ risk, response }) => ({ risk, response: response ?? '' })),
  }),
  input: ({ risks }) => ({
    description: { risks: risks.filter(({ risk, response }) => risk.trim() || response.trim()) },
  }),
  problems: ({ risks }) =>
    risks.flatMap(({ risk, response }, at) =>
      !risk.trim() && response.trim() ? [{ path: `risks.${at}.risk`, message: `Say what risk ${at + 1} is` }] : [],
    ),
  words: ({ risks }) =>
    risks
      .filter(({ risk }) => risk.trim())
      .map(riskWords)
      .join('\n\n'),
  join: (theirs, mine) => ({
    risks: [...theirs.risks, ...mine.risks.filter((row) => isMissingIn(theirs.risks, row))],
  }),
};

export const outcomesPart: DescriptionPart<{ readonly outcomes: string }> = {
  key: 'outcomes',
  heading: 'What is measured',
  prompt: 'What is measured?',
  hint: 'One on each line, up to 20. For example: Weeks from referral to diagnosis',
  from: ({ description }) => ({ outcomes: description.outcomesMeasured.join('\n') }),
  input: ({ outcomes }) => ({ description: { outcomesMeasured: linesOf(outcomes) } }),
  problems: ({ outcomes }) =>
    linesOf(outcomes).length > 20 ? [{ path: 'outcomes', message: 'Give 20 outcomes or fewer' }] : [],
  words: ({ outcomes }) => outcomes.trim(),
  join: (theirs, mine) => ({ outcomes: joinedTexts(theirs.outcomes, mine.outcomes) }),
};

/** Whether anything is described that another description does not say. */
export function isDescribedOtherwise(one: Described, other: Described): boolean {
  return JSON.stringify(describedTexts(one)) !== JSON.stringify(describedTexts(other));
}

export const emptyComponent = (): ComponentRow => ({
  ...{ key: crypto.randomUUID(), name: '', description: '', core: null, reason: '' },
});

function rowOf({ key, name, description, core, reason }: ComponentTextFragment): ComponentRow {
  return { key, name, description: description ?? '', core: core ? 'core' : 'adaptable', reason: reason ?? '' };
}

function isWritten({ name, description, reason }: ComponentRow): boolean {
  return [name, description, reason].some((text) => text.trim() !== '');
}

function componentLines({ name, description, core, reason }: ComponentRow): string {
  return [name, description, core === 'core' ? 'Core' : 'Can be adapted', reason].filter(Boolean).join('\n');
}

function isMissingIn(rows: readonly object[], row: object): boolean {
  return !rows.some((other) => JSON.stringify(other) === JSON.stringify(row));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
