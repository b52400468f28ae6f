/** What is described beside the sections, as headings with plain text: for comparing, checking and finding out what is written. */
import type { ComponentTextFragment, DescriptionTextFragment } from './intervention-parts.generated';

export interface DescribedText {
  readonly key: string;
  readonly heading: string;
  /** Empty where nothing is written. */
  readonly body: string;
}

interface Described {
  readonly components: readonly ComponentTextFragment[];
  readonly description: DescriptionTextFragment;
}

export const needHeadings = {
  PEOPLE: 'People it takes',
  MONEY: 'Money it takes',
  EQUIPMENT: 'Equipment it takes',
} as const;

/** In the order of the page. Each component is a text of its own, under its key, so that renaming or moving one is no new one. */
export function describedTexts({ components, description }: Described): DescribedText[] {
  const { problem, population, segments, needs, risks, outcomesMeasured } = description;
  return [
    { key: 'problem', heading: 'Before it', body: problem ?? '' },
    { key: 'population', heading: 'People it is for', body: lines([population, ...segments.map(({ name }) => name)]) },
    ...components.map((component) => ({
      key: `component-${component.key}`,
      heading: `Component: ${component.name}`,
      body: componentWords(component),
    })),
    ...(Object.keys(needHeadings) as (keyof typeof needHeadings)[]).map((kind) => ({
      key: `need-${kind}`,
      heading: needHeadings[kind],
      body: lines(needs.filter((need) => need.kind === kind).flatMap(needLines)),
    })),
    { key: 'risks', heading: 'Risks, and what was done about them', body: lines(risks.map(riskWords)) },
    { key: 'outcomes', heading: 'What is measured', body: lines(outcomesMeasured) },
  ];
}

export function componentWords({ name, description, core, reason }: ComponentTextFragment): string {
  return lines([name, description, `${core ? 'Core' : 'Can be adapted'}${reason ? `: ${reason}` : ''}`]);
}

export function riskWords({ risk, response }: DescriptionTextFragment['risks'][number]): string {
  return response ? `${risk}\nWhat was done: ${response}` : risk;
}

/** "38 referrals a month", with what it counts before it. */
export function figureWords({ label, value, unit }: { label: string; value: number; unit: string | null }): string {
  return `${label}: ${value.toLocaleString('en-GB')}${unit ? ` ${unit}` : ''}`;
}

function needLines({ text, figures }: DescriptionTextFragment['needs'][number]): string[] {
  return [text, ...figures.map(figureWords)];
}

function lines(texts: readonly (string | null)[]): string {
  return texts.filter(Boolean).join('\n');
}
