/** Two versions of one intervention: what is different. */
import { useLocation, useParams, Link } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { counted } from '@hub/ui';
import { WithdrawnBanner } from '../page/withdrawn-banner';
import { DifferenceSections } from './difference-sections';
import { PairForm, type VersionChoice } from './pair-form';
import { versionDifferences } from './version-differences';
import { versionNumber } from './version-number';
import { InterventionCompareDocument, InterventionVersionNumbersDocument } from './versions.generated';

/** Without numbers in the address, the latest version is compared with the one before it. */
export default function ComparePage() {
  const { name = '' } = useParams();
  const params = new URLSearchParams(useLocation().search);
  const { data } = usePageQuery(InterventionVersionNumbersDocument, { slug: name });
  const latest = data.intervention?.currentVersion?.number ?? 0;
  const to = versionNumber(params.get('to')) ?? latest;
  const from = versionNumber(params.get('from')) ?? to - 1;
  const versions = data.intervention?.versions.edges.map(({ node }) => node) ?? [];
  return from < 1 ? (
    <NotFound />
  ) : (
    <Comparison slug={name} from={from} to={to} isAll={params.has('all')} versions={versions} />
  );
}

interface ComparisonProps {
  readonly slug: string;
  readonly from: number;
  readonly to: number;
  readonly isAll: boolean;
  readonly versions: readonly VersionChoice[];
}

function Comparison({ slug, from, to, isAll, versions }: ComparisonProps) {
  const { data } = usePageQuery(InterventionCompareDocument, { slug, from, to });
  const linkTo = useLinkTo();
  const { intervention } = data;
  if (!intervention?.from || !intervention.to) return <NotFound />;
  const all = versionDifferences(intervention.from, intervention.to);
  const different = all.filter(({ change }) => change !== 'SAME');
  const address = linkTo(intervention.id, `/compare?from=${from}&to=${to}`);
  return (
    <Page
      wide
      title={`What is different in version ${to}`}
      caption={intervention.title}
      back={{ to: linkTo(intervention.id), label: intervention.title }}
    >
      <WithdrawnBanner withdrawal={intervention.withdrawal} siteName={intervention.site.name} />
      <PairForm key={`${from} ${to}`} address={linkTo(intervention.id, '/compare')} {...{ from, to, versions }} />
      <p>
        {different.length === 0
          ? `No differences. Version ${to} says what version ${from} says.`
          : `${counted(different.length, 'part')} of ${all.length} ${different.length === 1 ? 'differs' : 'differ'} from version ${from}.`}{' '}
        {isAll ? (
          <Link to={address}>Show differences only</Link>
        ) : (
          <Link to={`${address}&all=1`}>Show all sections</Link>
        )}
      </p>
      {intervention.to.changeNote && <p className="hub-plain-text">{intervention.to.changeNote}</p>}
      <DifferenceSections
        differences={isAll ? all : different}
        sourceHeading={`Version ${from}`}
        localHeading={`Version ${to}`}
      />
    </Page>
  );
}
