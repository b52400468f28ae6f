/** What publishing still needs, each a link to where it is written. */
import { useLinkTo } from '@hub/core/web';
import type { SectionItem } from '@hub/plugins/interventions/contract';
import { InsetText, counted } from '@hub/ui';
import { Link } from 'react-router';

interface MissingSectionsProps {
  readonly missing: readonly SectionItem[];
  readonly draft: { readonly id: string };
}

/** Nothing when all that is required has text. */
export function MissingSections({ missing, draft }: MissingSectionsProps) {
  const linkTo = useLinkTo();
  if (missing.length === 0) return null;
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">
        {counted(missing.length, 'section')} to write before you can publish
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {missing.map(({ key, heading, prompt }) => (
          <li key={key}>
            <Link to={linkTo(draft.id, `/edit/${key}`)}>{heading}</Link>: {prompt}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
