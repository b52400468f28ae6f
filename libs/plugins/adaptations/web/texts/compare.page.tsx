/** What is different at this site, and why: the source version beside the site's own, part by part. */
import { Link, useSearchParams } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { useAdaptationAddress } from '../address';
import { changesElsewhere } from '../changes/changes-by-section';
import { NewerVersion } from '../record/newer-version';
import { useRecord, type ShownAdaptation } from '../record/record';
import { Changes } from '../record/changes';
import { ComparedComponentsDocument } from './compared.generated';
import { comparedComponents, differingWords } from './compared-parts';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { DifferenceSection } from './difference-section';
import { isTooLongForOnePage, nextDifference } from './long-comparison';
import { OneSection } from './one-section';

export default function ComparePage() {
  const { adaptation, path } = useRecord();
  const components = useComponents();
  const [search] = useSearchParams();
  if (!adaptation) return <NotFound />;
  const { site, modifications, viewerCanEdit } = adaptation;
  const differences = [...adaptation.differences, ...components];
  const showsAll = search.has('all');
  const differing = differences.filter(({ change }) => change !== 'SAME');
  const shown = showsAll ? differences : differing;
  const isLarge = isTooLongForOnePage(shown);
  const others = changesElsewhere(shown, modifications);
  return (
    <Page
      title={`What ${site.name} changed`}
      caption={adaptation.sourceIntervention.title}
      back={{ to: path, label: `${site.name}’s adaptation` }}
      wide
    >
      <div className="hub-landscape">
        <SourcesWithdrawn adaptation={adaptation} />
        <p>{versionsCompared(adaptation)}</p>
        <NewerVersion adaptation={adaptation} path={path} />
        {differences.length > 0 && differing.length > 0 && (
          <p>
            {differingWords(differences)}{' '}
            <span className="hub-no-print">
              {showsAll ? (
                <Link to={`${path}/compare`}>Show differences only</Link>
              ) : (
                <Link to={`${path}/compare?all=1`}>
                  {components.length > 0 ? 'Show all parts' : 'Show all sections'}
                </Link>
              )}
            </span>
          </p>
        )}
        {differing.length === 0 && (
          <EmptyState>
            <p>{noDifferences(adaptation)}</p>
          </EmptyState>
        )}
        {isLarge ? (
          <OneSection {...{ adaptation, shown }} />
        ) : (
          shown.map((difference) => {
            const next = nextDifference(shown, difference.key);
            return (
              <DifferenceSection
                key={difference.key}
                {...{ difference, adaptation }}
                next={next === null ? null : { to: `#section-${next}` }}
              />
            );
          })
        )}
        {others.length > 0 && (
          <>
            <h2 id="other-changes">{shown.length > 0 ? 'Changes that are not about one of these' : 'Changes'}</h2>
            <Changes changes={others} editPath={viewerCanEdit ? path : null} parts={adaptation.source.components} />
          </>
        )}
      </div>
    </Page>
  );
}

/** Of the text that the sections are compared with: the draft for those who write it, what is published for others. */
function useComponents() {
  const { id } = useAdaptationAddress();
  const { adaptation } = usePageQuery(ComparedComponentsDocument, { id }).data;
  const local = adaptation?.result?.nextVersion ?? adaptation?.result?.currentVersion;
  return comparedComponents(adaptation?.source.components ?? [], local?.components ?? null);
}

function versionsCompared({ site, source, sourceIntervention, result, viewerCanEdit }: ShownAdaptation): string {
  const from = `${sourceIntervention.site.name} version ${source.number}`;
  if (!result) return `From ${from}`;
  if (viewerCanEdit) return `${from}, and the text of ${site.name} as it is now`;
  return result.currentVersion ? `${from}, ${site.name} version ${result.currentVersion.number}` : from;
}

function noDifferences({ site, source, result }: ShownAdaptation): string {
  if (!result) return `${site.name} has no text of its own. What it changed, it wrote down as changes.`;
  return `No differences. ${site.name} uses version ${source.number} as it is.`;
}
