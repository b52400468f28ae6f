/** Who asks to join, in their own words, each a link to the page where it is answered. */
import { RowList, Time } from '@hub/ui';
import { requestAddress } from '../addresses';
import type { JoinRequestRowFragment } from './people.generated';

export function RequestList({
  requests,
  namesSite,
}: {
  readonly requests: readonly JoinRequestRowFragment[];
  readonly namesSite?: boolean;
}) {
  return (
    <RowList
      rows={requests.map(({ id, member, site, words, askedAt }) => ({
        id,
        to: requestAddress(site.slug, id),
        title: `${member.displayName} asks to join${namesSite ? ` ${site.name}` : ''}`,
        meta: (
          <>
            {member.roleTitle && `${member.roleTitle}. `}
            <Time at={askedAt} as="ago" />
          </>
        ),
        body: <p className="nhsuk-u-margin-bottom-0">{words}</p>,
      }))}
    />
  );
}
