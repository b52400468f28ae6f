/** For members: the drafts of their sites that wait to be finished. */
import { useHomeCount, useLinkTo, usePageQuery, useViewer } from '@hub/core/web';
import { Link } from 'react-router';
import { missingSections } from '../write/publish-check';
import { OurDraftsDocument, type OurDraftsQuery } from './home.generated';

type Draft = OurDraftsQuery['interventions']['edges'][number]['node'];

export default function OurDraftsSection() {
  const viewer = useViewer();
  const slugs = viewer?.sites.map((site) => site.slug) ?? [];
  return slugs.length > 0 ? <Drafts slugs={slugs} /> : <NoDrafts />;
}

function NoDrafts() {
  useHomeCount(0);
  return null;
}

function Drafts({ slugs }: { readonly slugs: string[] }) {
  const { data } = usePageQuery(OurDraftsDocument, { sites: slugs });
  const linkTo = useLinkTo();
  const { totalCount, edges } = data.interventions;
  useHomeCount(totalCount);
  if (totalCount === 0) return null;
  return (
    <ul className="nhsuk-list">
      {edges.map(({ node }) => (
        <li key={node.id}>
          <Link to={linkTo(node.id, '/edit')}>{taskWords(node)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** The first thing that keeps a draft from being published, as a task. */
function taskWords({ title, draft }: Draft): string {
  const [first] = missingSections(draft ?? []);
  return first ? `Finish “${first.heading}” in ${title}` : `Check and publish ${title}`;
}
