/** What the source changed since the version that the site follows. Its editors choose what to do with each part. */
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { DiffText, Hidden, InsetText, Time } from '@hub/ui';
import { useAdaptationAddress } from '../address';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { askedParts, type AskedPart } from './asked-parts';
import { FollowForm } from './follow-form';
import { NewerSourceDocument } from './following.generated';

export default function NewerPage() {
  const { id, path } = useAdaptationAddress();
  const { data, refetch } = usePageQuery(NewerSourceDocument, { id });
  const { adaptation } = data;
  const newest = adaptation?.sourceIntervention.currentVersion;
  if (!adaptation || !newest) return <NotFound />;
  const { source, site, sourceIntervention, result, viewerCanEdit, sourceIsNewer } = adaptation;
  const own =
    viewerCanEdit && result?.draft
      ? { sections: result.draft, components: result.nextVersion?.components ?? [] }
      : source;
  const parts = askedParts({ base: source, theirs: newest, ours: own });
  return (
    <Page
      title={sourceIsNewer ? `What is different in version ${newest.number}` : 'There is no newer version'}
      caption={sourceIntervention.title}
      back={{ to: path, label: `${site.name}’s adaptation` }}
      wide
    >
      <SourcesWithdrawn adaptation={adaptation} />
      <p>
        {site.name} follows version {source.number}. {sourceIntervention.site.name} published version {newest.number} on{' '}
        <Time at={newest.publishedAt} />.
      </p>
      {sourceIsNewer && newest.changeNote && (
        <InsetText>
          <p>{newest.changeNote}</p>
        </InsetText>
      )}
      {sourceIsNewer && parts.length === 0 && (
        <p>The sections and components are the same. The title, the summary or other facts may have changed.</p>
      )}
      {sourceIsNewer && viewerCanEdit ? (
        <FollowForm key={newest.id} {...{ adaptation, newest, parts, path }} refetch={() => void refetch()} />
      ) : (
        parts.map((part) => <Difference key={part.id} part={part} from={source.number} to={newest.number} />)
      )}
    </Page>
  );
}

interface DifferenceProps {
  readonly part: AskedPart;
  readonly from: number;
  readonly to: number;
}

function Difference({ part: { heading, base, theirs }, from, to }: DifferenceProps) {
  return (
    <section className="hub-difference">
      <h2>
        {heading}
        <Hidden>, changed</Hidden>
      </h2>
      <DiffText
        source={base}
        local={theirs}
        sourceHeading={`Version ${from}`}
        localHeading={`Version ${to}`}
        headingLevel={3}
      />
    </section>
  );
}
