/** The facts of the brief, each on a line or two. Pure. */
import { figureWords } from '../described';
import { inShort } from '@hub/ui';
import type { ComponentTextFragment, DescriptionTextFragment } from '../intervention-parts.generated';

const longest = 150;

interface Facts {
  readonly components: readonly Pick<ComponentTextFragment, 'name' | 'core'>[];
  readonly description: Pick<DescriptionTextFragment, 'problem' | 'population' | 'needs' | 'outcomesMeasured'>;
  readonly contacts: readonly { readonly displayName: string }[];
}

/** What nobody wrote is left out. */
export function briefFacts({ components, description, contacts }: Facts): { name: string; words: string }[] {
  const { problem, population, needs, outcomesMeasured } = description;
  const named = (isCore: boolean) => components.filter(({ core }) => core === isCore).map(({ name }) => name);
  return [
    { name: 'People it is for', words: inShort(population ?? '', longest) },
    { name: 'Before it', words: inShort(problem ?? '', longest) },
    { name: 'Core parts', words: named(true).join('; ') },
    { name: 'Can be adapted', words: named(false).join('; ') },
    { name: 'What it takes', words: inShort(needs.map(needWords).join('; '), longest) },
    { name: 'What is measured', words: inShort(outcomesMeasured.join('; '), longest) },
    { name: 'Whom to ask', words: contacts.map(({ displayName }) => displayName).join(', ') },
  ].filter(({ words }) => words !== '');
}

/** "A nurse. Hours a week: 7.5" */
function needWords({ text, figures }: DescriptionTextFragment['needs'][number]): string {
  const parts = [text?.trim().replace(/\.$/, ''), ...figures.map(figureWords)];
  return parts.filter(Boolean).join(', ');
}
