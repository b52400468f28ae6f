/** Taking a site's change home: compared with what it started from and with our draft, put together by hand, with a credit. */
import { useParams, useSearchParams } from 'react-router';
import type { PartKind } from '@hub/graphql';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { DiffText } from '@hub/ui';
import { FoldForm } from './fold-form';
import { foldedPart } from './folding';
import { FoldingPageDocument } from './learning.generated';

export default function FoldPage() {
  const { name = '' } = useParams();
  const [search] = useSearchParams();
  const linkTo = useLinkTo();
  const from = search.get('from') ?? '';
  const part: PartKind = search.get('part') === 'COMPONENT' ? 'COMPONENT' : 'SECTION';
  const { data, refetch } = usePageQuery(FoldingPageDocument, { slug: name, adaptation: from });
  const { intervention, adaptation } = data;
  const theirs = adaptation?.result?.currentVersion;
  if (!intervention?.viewerCanEdit || !intervention.draft || !adaptation || !theirs) return <NotFound />;
  const ours = { sections: intervention.draft, components: intervention.nextVersion?.components ?? [] };
  const folded = foldedPart({ base: adaptation.source, theirs, ours }, part, search.get('key') ?? '');
  const site = adaptation.site.name;
  if (!folded) return <NotFound />;
  return (
    <Page
      title={`${folded.heading}, from ${site}`}
      caption={intervention.title}
      back={{ to: linkTo(intervention.id), label: intervention.title }}
      wide
    >
      <h2>What {site} changed</h2>
      <DiffText
        source={folded.base}
        local={folded.theirs}
        sourceHeading={`Your version ${adaptation.source.number}`}
        localHeading={`At ${site}`}
        headingLevel={3}
      />
      {folded.ours !== folded.base && (
        <>
          <h2>What you have changed since</h2>
          <DiffText
            source={folded.base}
            local={folded.ours}
            sourceHeading={`Your version ${adaptation.source.number}`}
            localHeading="Your draft now"
            headingLevel={3}
          />
        </>
      )}
      <FoldForm
        part={folded}
        site={site}
        intervention={intervention}
        adaptation={adaptation.id}
        refetch={() => void refetch()}
      />
    </Page>
  );
}
