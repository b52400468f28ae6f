/** For those who evaluate: drafts of their sites that wait to be finished. */
import { Link } from 'react-router';
import { useHomeCount, useLinkTo, usePageQuery, useViewer } from '@hub/core/web';
import { missingFrom } from '@hub/plugins/evaluation/contract';
import { OurEvaluationDraftsDocument } from './cards.generated';

export default function OurEvaluationDraftsSection() {
  const slugs = useViewer()?.sites.map((site) => site.slug) ?? [];
  return slugs.length > 0 ? <Drafts slugs={slugs} /> : <NoDrafts />;
}

function NoDrafts() {
  useHomeCount(0);
  return null;
}

function Drafts({ slugs }: { readonly slugs: string[] }) {
  const { data } = usePageQuery(OurEvaluationDraftsDocument, { sites: slugs });
  const linkTo = useLinkTo();
  const drafts = data.evaluations.edges.map(({ node }) => node).filter(({ viewerCanEdit }) => viewerCanEdit);
  useHomeCount(drafts.length);
  if (drafts.length === 0) return null;
  return (
    <ul className="nhsuk-list">
      {drafts.map((draft) => (
        <li key={draft.id}>
          {missingFrom(draft).length > 0 ? (
            <Link to={linkTo(draft.id, '/edit')}>Finish the evaluation “{draft.title}”</Link>
          ) : (
            <Link to={linkTo(draft.id, '/publish')}>Check and publish the evaluation “{draft.title}”</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
