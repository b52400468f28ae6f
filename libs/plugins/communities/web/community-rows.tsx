/** Communities as rows: name, kind, how many, who facilitates them, and what for. */
import { useLinkTo } from '@hub/core/web';
import { RowList } from '@hub/ui';
import type { CommunityRowFragment } from './communities.generated';
import { kindNames, membersWords } from './words';

interface CommunityRowsProps {
  readonly rows: readonly CommunityRowFragment[];
  readonly headingLevel?: 2 | 3;
}

export function CommunityRows({ rows, headingLevel }: CommunityRowsProps) {
  const linkTo = useLinkTo();
  return (
    <RowList
      headingLevel={headingLevel}
      rows={rows.map((row) => ({
        id: row.id,
        title: row.name,
        to: linkTo(row.id),
        meta: factsOf(row),
        body: <p className="nhsuk-u-margin-bottom-0">{row.purpose}</p>,
      }))}
    />
  );
}

export function factsOf(community: CommunityRowFragment): string {
  const facilitators = community.facilitators.map(({ displayName }) => displayName).join(', ');
  return [
    kindNames[community.kind],
    membersWords(community),
    facilitators && `Facilitated by ${facilitators}`,
    community.modelTypes.map(({ code }) => code).join(', '),
  ]
    .filter(Boolean)
    .join('. ');
}
