/** The way to a site's audit log, for those who lead it. */
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { SiteAuditSiteDocument } from './audit.generated';

export default function SiteAuditAction({ reference }: EntityPartProps) {
  const linkTo = useLinkTo();
  const { data } = usePageQuery(SiteAuditSiteDocument, { slug: nameOf(reference) });
  if (!data.site?.viewerCanLead) return null;
  return (
    <ButtonLink to={linkTo(reference, '/audit')} look="secondary" small>
      Audit log
    </ButtonLink>
  );
}
