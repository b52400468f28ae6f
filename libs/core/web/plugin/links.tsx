/** Links made from references, so that no plugin needs to know another's addresses. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { pageOf } from '@hub/core/contract';
import { useRegistry } from './registry-context';

/** `linkTo(reference, '/edit')`: the address of an entity's page, with what follows it; the home page where there is none. */
export function useLinkTo(): (reference: string, more?: string) => string {
  const { entityPages } = useRegistry();
  return (reference, more = '') => {
    const address = pageOf(entityPages, reference);
    return address === null ? '/' : `${address}${more}`;
  };
}

/** A link to an entity; plain words where its kind has no page. */
export function EntityLink({ reference, children }: { readonly reference: string; readonly children: ReactNode }) {
  const { entityPages } = useRegistry();
  const address = pageOf(entityPages, reference);
  return address === null ? children : <Link to={address}>{children}</Link>;
}

interface PageLinkProps {
  /** The address of a page that a plugin brings; what follows a question mark goes along. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page by its address; plain words where no plugin brings that page. */
export function PageLink({ to, children }: PageLinkProps) {
  return useHasPage()(to) ? <Link to={to}>{children}</Link> : children;
}

/** Whether some plugin brings the page at an address, so that a sentence about it can be left out. */
export function useHasPage(): (to: string) => boolean {
  const { pages } = useRegistry();
  return (to) => pages.some(({ path }) => path === to.split('?')[0]);
}
