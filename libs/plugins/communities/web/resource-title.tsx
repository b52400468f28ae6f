/** A pinned thing as a link, with what it is and whose. */
import { EntityLink } from '@hub/core/web';
import { Meta } from '@hub/ui';
import type { CommunityResourcePartsFragment } from './resources.generated';

const kindWords: Readonly<Record<string, string>> = {
  ...{ intervention: 'Intervention', adaptation: 'Adaptation', evaluation: 'Evaluation' },
  ...{ thread: 'Discussion', site: 'Site', community: 'Community' },
};

export function ResourceTitle({ resource }: { readonly resource: CommunityResourcePartsFragment }) {
  const { subject, title, owner } = resource;
  return (
    <>
      <div className="hub-rows__title">
        <EntityLink reference={subject.id}>{title}</EntityLink>
      </div>
      <Meta>{[kindWords[subject.id.slice(0, subject.id.indexOf(':'))], owner].filter(Boolean).join('. ')}</Meta>
    </>
  );
}
