/** "Administration" beside the person's name, for administrators; nothing at all for anybody else. */
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { AdministrationViewerDocument } from './viewer.generated';

export function AdministrationItem({ className }: { readonly className: string }) {
  const { data } = useQuery(AdministrationViewerDocument);
  if (!data?.viewer?.viewerCanAdminister) return null;
  return (
    <Link className={className} to="/administration">
      Administration
    </Link>
  );
}
