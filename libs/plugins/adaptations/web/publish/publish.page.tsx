/** Check and publish: what will be published, who will see it, and under which title. */
import { Link } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { ButtonLink, counted, fieldId, listed, SummaryList, StageTag } from '@hub/ui';
import { tasksOf, useAdaptationAddress } from '../address';
import { isFullyCoded } from '../changes/questions';
import { EditorsOnly } from '../record/editors-only';
import { SourceLine } from '../record/source-line';
import { WhyLeftOut } from '../changes/why-left-out';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { NoTextYet } from '../texts/no-text-yet';
import { ForAMeeting } from './for-a-meeting';
import { PublishForm } from './publish-form';
import { PublishAdaptationPageDocument, type PublishAdaptationPageQuery } from './publish.generated';
import { missingSections } from './publishing';

type Shown = NonNullable<PublishAdaptationPageQuery['adaptation']>;

export default function PublishPage() {
  const { id, path, tasks } = useAdaptationAddress();
  const { data, refetch } = usePageQuery(PublishAdaptationPageDocument, { id });
  const { adaptation } = data;
  if (!adaptation) return <NotFound />;
  const { site, sourceIntervention, result, stage, viewerCanEdit } = adaptation;
  if (!viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  if (!adaptation.viewerCanPublish) return <ForPublishers path={tasks} site={site.name} />;
  if (!result?.draft) return <NoTextYet {...{ path }} site={site.name} source={sourceIntervention.site.name} />;
  if (stage === 'DECLINED') return <TakeUpFirst path={path} site={site.name} />;
  const missing = missingSections(result.draft);
  return (
    <Page
      title="Check and publish"
      caption={sourceIntervention.title}
      back={{ to: tasks, label: `Adapt for ${site.name}` }}
    >
      <SourcesWithdrawn adaptation={adaptation} />
      <CheckAnswers adaptation={adaptation} path={path} />
      <ForAMeeting adaptation={adaptation} result={result} />
      {missing.length > 0 && (
        <>
          <h2>Write these first</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ key, heading }) => (
              <li key={key}>
                <Link id={fieldId(`sections.${key}`)} to={`${path}/sections/${key}`}>
                  {heading}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <WhyLeftOut adaptation={adaptation} path={path} />
      <PublishForm adaptation={adaptation} result={result} path={path} refetch={refetch} />
    </Page>
  );
}

function CheckAnswers({ adaptation, path }: { readonly adaptation: Shown; readonly path: string }) {
  const { suitability, modifications, differences, stage } = adaptation;
  const changed = differences.filter(({ change }) => change !== 'SAME').map(({ heading }) => heading);
  const open = modifications.filter((change) => !isFullyCoded(change)).length;
  const toDetail = open > 0 ? `, ${open} with details to add` : '';
  return (
    <SummaryList
      facts={[
        { name: 'From', value: <SourceLine {...adaptation} /> },
        { name: 'Stage', value: <StageTag stage={stage} />, change: { to: `${path}/stage` } },
        {
          name: 'What you found out',
          value: counted(suitability.length, 'entry', 'entries'),
          change: { to: `${path}/suitability` },
        },
        {
          name: 'What you changed',
          value: `${counted(modifications.length, 'change')}${toDetail}`,
          change: { to: tasksOf(path) },
        },
        {
          name: 'Sections that differ',
          value: changed.length > 0 ? listed(changed) : 'None',
          change: { to: `${path}/sections` },
        },
      ]}
    />
  );
}

/** Those who write the record need not be those who publish what came of it. */
function ForPublishers({ path, site }: { readonly path: string; readonly site: string }) {
  return (
    <Page title="Someone else publishes this" back={{ to: path, label: `Adapt for ${site}` }}>
      <p>Engine-room members and leads of {site} publish in its name. Ask one of them to check it.</p>
    </Page>
  );
}

function TakeUpFirst({ path, site }: { readonly path: string; readonly site: string }) {
  return (
    <Page title="You decided against this" back={{ to: tasksOf(path), label: `Adapt for ${site}` }}>
      <p>Other sites can read why. To publish a version of your own, take it up again first.</p>
      <ButtonLink to={`${path}/stage`}>Take it up again</ButtonLink>
    </Page>
  );
}
