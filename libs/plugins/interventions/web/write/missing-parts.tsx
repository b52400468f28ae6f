/** What publishing still needs, each a link to where it is written. */
import { useLinkTo } from '@hub/core/web';
import type { SectionItem } from '@hub/plugins/interventions/contract';
import { InsetText, counted, listed } from '@hub/ui';
import { Link } from 'react-router';

interface MissingPartsProps {
  readonly missing: readonly SectionItem[];
  /** Names of components without a reason. */
  readonly unexplained: readonly string[];
  readonly draft: { readonly id: string };
}

/** Nothing when all that is required is there. */
export function MissingParts({ missing, unexplained, draft }: MissingPartsProps) {
  const linkTo = useLinkTo();
  const parts = missing.length + Math.sign(unexplained.length);
  if (parts === 0) return null;
  return (
    <InsetText>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">
        {counted(parts, 'part')} to write before you can publish
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {missing.map(({ key, heading, prompt }) => (
          <li key={key}>
            <Link to={linkTo(draft.id, `/edit/${key}`)}>{heading}</Link>: {prompt}
          </li>
        ))}
        {unexplained.length > 0 && (
          <li>
            <Link to={linkTo(draft.id, '/edit/components')}>Components</Link>: Why is each core, or why can it be
            adapted? Missing for {listed(unexplained)}
          </li>
        )}
      </ul>
    </InsetText>
  );
}
