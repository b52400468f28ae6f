/** What to do when nothing fits: other words, the care models, or asking the people. */
import { Link } from 'react-router';
import { CareModelsDocument, careModelName, useHasPage, useLinkTo, usePageQuery } from '@hub/core/web';
import { EmptyState } from '@hub/ui';

export function NothingFound({ text }: { readonly text: string }) {
  const { data } = usePageQuery(CareModelsDocument);
  const linkTo = useLinkTo();
  const hasPage = useHasPage();
  return (
    <EmptyState>
      <p>Try fewer or other words, or look through the care models:</p>
      <ul>
        {data.modelTypes.map((model) => (
          <li key={model.id}>
            <Link to={linkTo(model.id)}>{careModelName(model)}</Link>
          </li>
        ))}
      </ul>
      {hasPage('/discussions/new') && (
        <p>
          <Link to={`/discussions/new?kind=QUESTION&title=${encodeURIComponent(text)}`}>Ask the network</Link>
        </p>
      )}
    </EmptyState>
  );
}
