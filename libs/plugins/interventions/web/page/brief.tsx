/** On paper alone: one page to take to a meeting, before the full text. What it is, what it is made of, what became of it elsewhere. */
import { EntityCards } from '@hub/core/web';
import { inShort } from '@hub/ui';
import type {
  ComponentTextFragment,
  DescriptionTextFragment,
  SectionTextFragment,
} from '../intervention-parts.generated';
import { briefFacts } from './brief-facts';
import type { ShownIntervention } from './intervention.page';
import { shownSections } from './section-states';

const longestSection = 150;

interface BriefProps {
  readonly intervention: ShownIntervention;
  readonly described: {
    readonly components: readonly ComponentTextFragment[];
    readonly description: DescriptionTextFragment;
  };
  readonly sections: readonly SectionTextFragment[];
}

export function Brief({ intervention, described, sections }: BriefProps) {
  const written = shownSections(sections, intervention.maturity).filter(({ state }) => state === 'written');
  const texts = written.map(({ heading, body }) => ({ name: heading, words: inShort(body, longestSection) }));
  return (
    <div className="hub-only-print hub-brief">
      <EntityCards reference={intervention.id} place="brief" />
      <h2>What it is</h2>
      <dl>
        {[...briefFacts({ ...described, contacts: intervention.contacts }), ...texts].map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
