/** Who shares with the network what a member recorded: by name, so that one of them can be asked. */
import { usePageQuery } from '@hub/core/web';
import { InsetText, listed } from '@hub/ui';
import { WhoPublishesDocument } from './who-publishes.generated';

interface KeptForNowProps {
  readonly site: { readonly slug: string; readonly name: string };
}

/** Said to those who edit but do not publish, before they make a move that others could then see. */
export function KeptForNow({ site }: KeptForNowProps) {
  const { data } = usePageQuery(WhoPublishesDocument, { slug: site.slug });
  const names = (data.site?.team.edges ?? []).map(({ node }) => node.displayName);
  return (
    <InsetText>
      <p>
        You can record this now. Only {site.name} can read it until an engine-room member or lead shares it with the
        network. They are told that it waits.
      </p>
      {names.length > 0 && <p>They can: {listed(names)}.</p>}
    </InsetText>
  );
}
