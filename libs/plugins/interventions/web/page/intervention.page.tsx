/** One intervention: what it is in a sentence, what happened to others who tried it, then the whole of it. */
import { Link, useLocation, useParams } from 'react-router';
import { EntityActions, EntityCards, EntityLink, NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { Hidden, IllustrativeNote, Meta, NotificationBanner, Time, WhoSees } from '@hub/ui';
import { StateTags } from '../intervention-rows';
import { AboutIntervention } from './about';
import { Brief } from './brief';
import { Components, NeedsAndRisks } from './described';
import { InterventionPageDocument, type InterventionPageQuery } from './intervention.generated';
import { Credits } from './credits';
import { SectionTexts } from './section-texts';
import { NextVersion, StateBanner } from './state-banner';
import { VersionList } from './version-list';

export type ShownIntervention = NonNullable<InterventionPageQuery['intervention']>;

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/interventions', label: 'Interventions' },
];

export default function InterventionPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(InterventionPageDocument, { slug: name });
  const { intervention } = data;
  if (!intervention) return <NotFound />;
  const sections = intervention.currentVersion?.sections ?? intervention.draft ?? [];
  const described = intervention.currentVersion ?? intervention.nextVersion;
  return (
    <Page
      title={intervention.title}
      breadcrumbs={crumbs}
      facts={<Facts intervention={intervention} />}
      aside={<EntityCards reference={intervention.id} place="aside" />}
    >
      <JustPublished />
      <StateBanner intervention={intervention} />
      <p className="nhsuk-lede-text">{intervention.summary}</p>
      <WhoSees who={intervention.whoCanSee}>
        <ChangeWhoSees intervention={intervention} />
      </WhoSees>
      {intervention.illustrative && <IllustrativeNote />}
      <EntityCards reference={intervention.id} place="origin" />
      <EntityActions reference={intervention.id} />
      <NextVersion intervention={intervention} />
      {described && <Brief {...{ intervention, described, sections }} />}
      <div className="hub-print-break" />
      {intervention.currentVersion && <EntityCards reference={intervention.id} place="experience" />}
      {described && <AboutIntervention intervention={intervention} description={described.description} />}
      {described && <Components components={described.components} />}
      {intervention.currentVersion && <Credits credits={intervention.currentVersion.credits} />}
      <SectionTexts sections={sections} maturity={intervention.maturity} siteName={intervention.site.name} />
      {described && <NeedsAndRisks description={described.description} />}
      <EntityCards reference={intervention.id} place="main" />
      <VersionList intervention={intervention} />
      <Withdrawing intervention={intervention} />
    </Page>
  );
}

function Facts({ intervention }: { readonly intervention: ShownIntervention }) {
  const { site, currentVersion } = intervention;
  return (
    <Meta>
      <EntityLink reference={site.id}>{site.name}</EntityLink> <StateTags {...intervention} />
      {currentVersion && (
        <>
          {' '}
          Version {currentVersion.number}, <Time at={currentVersion.publishedAt} />
        </>
      )}
      {intervention.reviewDue && '. Review due'}
    </Meta>
  );
}

/** For those who publish for its site. A draft's is chosen when it is published. */
function ChangeWhoSees({ intervention }: { readonly intervention: ShownIntervention }) {
  const linkTo = useLinkTo();
  if (!intervention.viewerCanPublish || intervention.status === 'DRAFT') return null;
  return (
    <Link className="hub-no-print" to={linkTo(intervention.id, '/visibility')}>
      Change<Hidden> who can see this</Hidden>
    </Link>
  );
}

/** For those who publish for its site: at the end, away from what one does every day. */
function Withdrawing({ intervention }: { readonly intervention: ShownIntervention }) {
  const linkTo = useLinkTo();
  if (!intervention.viewerCanPublish || intervention.status === 'DRAFT') return null;
  return (
    <p className="hub-no-print">
      <Link to={linkTo(intervention.id, '/withdraw')}>
        {intervention.status === 'WITHDRAWN' ? 'Bring this intervention back' : 'Withdraw this intervention'}
      </Link>
    </p>
  );
}

/** What the reader has just done, once. */
function JustPublished() {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null) return null;
  const words = wordsOf(state);
  return (
    words && (
      <NotificationBanner kind="done">
        <p className="nhsuk-notification-banner__heading">{words}</p>
      </NotificationBanner>
    )
  );
}

function wordsOf(state: object): string | null {
  if ('said' in state) return String(state.said);
  if ('published' in state) return `Version ${String(state.published)} is published`;
  return 'shownTo' in state ? `Who can see this now: ${String(state.shownTo)}` : null;
}
