/** What the source changed since the version that the site started from. */
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { DiffText, Hidden, InsetText, Time } from '@hub/ui';
import { useAdaptationAddress } from '../address';
import { localSections } from './local-sections';
import { NewerSourceDocument } from './texts.generated';

export default function NewerPage() {
  const { id, path } = useAdaptationAddress();
  const { data } = usePageQuery(NewerSourceDocument, { id });
  const { adaptation } = data;
  const newest = adaptation?.sourceIntervention.currentVersion;
  if (!adaptation || !newest) return <NotFound />;
  const { source, site, sourceIntervention } = adaptation;
  const changed = localSections(source.sections, newest.sections).filter(({ isChanged }) => isChanged);
  return (
    <Page
      title={`What is different in version ${newest.number}`}
      caption={sourceIntervention.title}
      back={{ to: path, label: `${site.name}’s adaptation` }}
      wide
    >
      <p>
        {site.name} started from version {source.number}. {sourceIntervention.site.name} published version{' '}
        {newest.number} on <Time at={newest.publishedAt} />.
      </p>
      {newest.changeNote && (
        <InsetText>
          <p>{newest.changeNote}</p>
        </InsetText>
      )}
      {changed.length === 0 && (
        <p>The sections are the same. The title, the summary or other facts may have changed.</p>
      )}
      {changed.map(({ key, heading, source: before, local: now }) => (
        <section className="hub-difference" key={key}>
          <h2>
            {heading}
            <Hidden>, changed</Hidden>
          </h2>
          <DiffText
            source={before}
            local={now}
            sourceHeading={`Version ${source.number}`}
            localHeading={`Version ${newest.number}`}
            headingLevel={3}
          />
        </section>
      ))}
    </Page>
  );
}
