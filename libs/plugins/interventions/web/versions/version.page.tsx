/** One published version, as it was published. */
import { Link, useParams } from 'react-router';
import { EntityCards, NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { IllustrativeNote, Meta, SummaryList, Time, WhoSees } from '@hub/ui';
import { Components, NeedsAndRisks } from '../page/described';
import { Credits } from '../page/credits';
import { SectionTexts } from '../page/section-texts';
import { WithdrawnBanner } from '../page/withdrawn-banner';
import { versionNumber } from './version-number';
import { InterventionVersionPageDocument, type VersionTextFragment } from './versions.generated';

export default function VersionPage() {
  const { name = '', number: text = '' } = useParams();
  const number = versionNumber(text);
  return number === null ? <NotFound /> : <Version slug={name} number={number} />;
}

function Version({ slug, number }: { readonly slug: string; readonly number: number }) {
  const { data } = usePageQuery(InterventionVersionPageDocument, { slug, number });
  const linkTo = useLinkTo();
  const { intervention } = data;
  const version = intervention?.version;
  if (!intervention || !version) return <NotFound />;
  const { site, currentVersion } = intervention;
  const crumbs = [
    { to: '/interventions', label: 'Interventions' },
    { to: linkTo(intervention.id), label: intervention.title },
  ];
  return (
    <Page
      title={`${version.title}, version ${number}`}
      breadcrumbs={crumbs}
      facts={
        <>
          <Meta>
            {site.name}. Published <Time at={version.publishedAt} />
            {version.publishedBy && ` by ${version.publishedBy.displayName}`}
          </Meta>
          <WhoSees who={intervention.whoCanSee} />
          {intervention.illustrative && <IllustrativeNote />}
        </>
      }
    >
      <WithdrawnBanner withdrawal={intervention.withdrawal} siteName={site.name} />
      {currentVersion && currentVersion.number > number && (
        <p>
          {site.name} has since published version {currentVersion.number}.{' '}
          <Link to={linkTo(intervention.id)}>Read it</Link> or{' '}
          <Link to={linkTo(intervention.id, `/compare?from=${number}&to=${currentVersion.number}`)}>
            see what is different
          </Link>
        </p>
      )}
      <p className="nhsuk-lede-text">{version.summary}</p>
      <EntityCards reference={intervention.id} place="origin" />
      {version.changeNote && (
        <section aria-labelledby="what-changed">
          <h2 id="what-changed">What changed in this version</h2>
          <p className="hub-plain-text">{version.changeNote}</p>
        </section>
      )}
      <DescribedThen version={version} />
      <Components components={version.components} />
      <Credits credits={version.credits} />
      <SectionTexts sections={version.sections} maturity={intervention.maturity} siteName={site.name} />
      <NeedsAndRisks description={version.description} />
      <EntityCards reference={version.id} />
    </Page>
  );
}

/** The problem, the people and what was measured, as they stood in this version. */
function DescribedThen({ version }: { readonly version: VersionTextFragment }) {
  const { problem, population, segments, outcomesMeasured } = version.description;
  const facts = [
    { name: 'People it is for', value: [population, ...segments.map(({ name }) => name)].filter(Boolean).join('; ') },
    { name: 'Before it', value: problem ?? '' },
    { name: 'What is measured', value: outcomesMeasured.join('; ') },
  ].filter(({ value }) => value !== '');
  return facts.length > 0 && <SummaryList facts={facts} />;
}
