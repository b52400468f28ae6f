/** The pages of the parts of a description, in the order in which they are asked. */
import type { ReactElement } from 'react';
import {
  ComponentsFields,
  NeedsFields,
  OutcomesFields,
  PopulationFields,
  ProblemFields,
  RisksFields,
} from './description-fields';
import {
  componentsPart,
  needsPart,
  outcomesPart,
  populationPart,
  problemPart,
  risksPart,
  type Described,
  type DescriptionPart,
} from './description-parts';
import { EditDescription, type EditPartProps } from './edit-description';

interface DescriptionPage {
  readonly key: string;
  readonly heading: string;
  readonly prompt: string;
  /** As plain text; empty where nothing is written. */
  readonly words: (described: Described) => string;
  readonly open: (props: EditPartProps) => ReactElement;
}

export const descriptionPages: readonly DescriptionPage[] = [
  pageOf(problemPart, (props) => <EditDescription {...props} part={problemPart} fields={ProblemFields} />),
  pageOf(populationPart, (props) => <EditDescription {...props} part={populationPart} fields={PopulationFields} />),
  pageOf(componentsPart, (props) => <EditDescription {...props} part={componentsPart} fields={ComponentsFields} />),
  pageOf(needsPart, (props) => <EditDescription {...props} part={needsPart} fields={NeedsFields} />),
  pageOf(risksPart, (props) => <EditDescription {...props} part={risksPart} fields={RisksFields} />),
  pageOf(outcomesPart, (props) => <EditDescription {...props} part={outcomesPart} fields={OutcomesFields} />),
];

function pageOf<Value extends object>(part: DescriptionPart<Value>, open: DescriptionPage['open']): DescriptionPage {
  const { key, heading, prompt } = part;
  return { key, heading, prompt, words: (described) => part.words(part.from(described)), open };
}
