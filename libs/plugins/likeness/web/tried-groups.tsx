/** What worked at sites like one, and what ended there: two lists with the same room. */
import { AlikeGroup, TriedRows } from './alike-rows';
import type { SiteTriedAlikeQuery } from './likeness.generated';

interface TriedGroupsProps {
  readonly site: NonNullable<SiteTriedAlikeQuery['site']>;
  /** On the page of the whole lists. */
  readonly paged?: boolean;
}

export function TriedGroups({ site, paged = false }: TriedGroupsProps) {
  const { name, worked, ended } = site;
  return (
    <>
      <AlikeGroup
        {...{ id: 'alike-worked', heading: `Worked at sites like ${name}`, headingLevel: 2, list: worked }}
        {...(paged ? { param: 'worked' } : {})}
        empty={`Nothing that runs at another site is new to ${name}.`}
      >
        <TriedRows list={worked} site={name} />
      </AlikeGroup>
      <AlikeGroup
        {...{ id: 'alike-ended', heading: `Ended at sites like ${name}, and why`, headingLevel: 2, list: ended }}
        {...(paged ? { param: 'ended' } : {})}
        empty="No other site has shared something that it stopped or decided against."
      >
        <TriedRows list={ended} site={name} />
      </AlikeGroup>
    </>
  );
}
