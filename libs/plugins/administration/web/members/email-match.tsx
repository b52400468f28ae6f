/** Whoever signs in by this very address. Part of an address finds nobody. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { usePageQuery } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { AdministrationMemberByEmailDocument } from './members.generated';

export function EmailMatch({ email }: { readonly email: string }) {
  const { data } = usePageQuery(AdministrationMemberByEmailDocument, { email });
  if (!data.memberByEmail)
    return (
      <EmptyState>
        <p>No members match. Nobody signs in by this address.</p>
      </EmptyState>
    );
  return (
    <p aria-live="polite">
      1 member signs in by this address.{' '}
      <Link to={`/administration/members/${nameOf(data.memberByEmail)}`}>Open their account</Link>
    </p>
  );
}
