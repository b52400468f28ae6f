/** Finding one's site by its name, and asking to join it. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePageQuery } from '@hub/core/web';
import { Button, counted, Form, Meta, TextField } from '@hub/ui';
import { joinAddress } from '../addresses';
import { WelcomeSitesDocument, type WelcomeSitesQuery } from './welcome.generated';

type Site = WelcomeSitesQuery['sites']['edges'][number]['node'];

export function SiteFinder({ here }: { readonly here: string }) {
  const [asked, setAsked] = useSearchParams();
  const found = asked.get('site') ?? '';
  const [text, setText] = useState(found);
  const { data } = usePageQuery(WelcomeSitesDocument, { text: found });
  const search = () => {
    const next = new URLSearchParams(asked);
    next.set('site', text.trim());
    setAsked(next, { preventScrollReset: true });
  };
  const { totalCount, edges } = data.sites;
  return (
    <>
      <Form label="Sites by name" onSubmit={search} problems={[]} scope="site">
        <TextField name="site" label="Find your site" hint="Words in its name" value={text} onChange={setText} />
        <Button look="secondary">Find</Button>
      </Form>
      <p aria-live="polite">{counted(totalCount, 'site')}</p>
      {edges.length > 0 && (
        <ul className="nhsuk-list hub-rows">
          {edges.map(({ node }) => (
            <li key={node.id} className="hub-rows__row">
              <div className="hub-rows__title">{node.name}</div>
              {node.tagline && <Meta>{node.tagline}</Meta>}
              <Standing site={node} here={here} />
            </li>
          ))}
        </ul>
      )}
      {(found !== '' || totalCount === 0) && <NotListed isFirst={found === ''} />}
    </>
  );
}

function Standing({ site, here }: { readonly site: Site; readonly here: string }) {
  if (site.viewerRole) return <p className="nhsuk-u-margin-bottom-0">You belong to it.</p>;
  if (site.viewerJoinRequest?.state === 'OPEN')
    return <p className="nhsuk-u-margin-bottom-0">You have asked to join. Its leads will answer.</p>;
  return (
    <p className="nhsuk-u-margin-bottom-0">
      <Link to={`${joinAddress(site.slug)}?return=${encodeURIComponent(here)}`}>Ask to join {site.name}</Link>
    </p>
  );
}

function NotListed({ isFirst }: { readonly isFirst: boolean }) {
  return (
    <p>
      {isFirst ? 'There are no sites yet.' : 'Not there?'}{' '}
      <Link to="/propose-a-site">Propose {isFirst ? 'the first' : 'a new site'}</Link>.
    </p>
  );
}
