/** Who asks to join, in their own words, each a link to the page where it is answered. */
import { RowList, Time } from '@hub/ui';
import { requestAddress } from './addresses';
import type { CommunityRequestRowFragment } from './people.generated';

interface RequestListProps {
  readonly requests: readonly CommunityRequestRowFragment[];
  readonly namesCommunity?: boolean;
}

export function RequestList({ requests, namesCommunity }: RequestListProps) {
  return (
    <RowList
      rows={requests.map(({ id, member, community, words, askedAt }) => ({
        id,
        to: requestAddress(community.id, id),
        title: `${member.displayName} asks to join${namesCommunity ? ` ${community.name}` : ''}`,
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
