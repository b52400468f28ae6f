/** In the place of a post that is hidden or removed: for the one who wrote it the way to why; for others nothing. */
import { Link } from 'react-router';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { ownCaseAddress } from '../addresses';
import { OwnCaseOfPostDocument } from './reports.generated';

export default function OwnCaseCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(OwnCaseOfPostDocument, { id: reference });
  const own = data.node?.__typename === 'Post' ? data.node.viewerCase : null;
  if (!own) return null;
  return (
    <p>
      You wrote this. <Link to={ownCaseAddress(own.id)}>Why, and what you can do</Link>
    </p>
  );
}
