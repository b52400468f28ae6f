/** All sections of the site's own text: which were changed, which are still the source's words. */
import { Link } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { inShort, PlainTag, RowList, type Row } from '@hub/ui';
import { useAdaptationAddress } from '../address';
import { EditorsOnly } from '../record/editors-only';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { localSections, type LocalSection } from './local-sections';
import { NoTextYet } from './no-text-yet';
import { LocalSectionDocument } from './texts.generated';

export default function SectionsPage() {
  const { id, path, tasks } = useAdaptationAddress();
  const { data } = usePageQuery(LocalSectionDocument, { id });
  const { adaptation } = data;
  if (!adaptation) return <NotFound />;
  const { site, source, sourceIntervention, result, viewerCanEdit } = adaptation;
  if (!viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  if (!result?.draft) return <NoTextYet {...{ path }} site={site.name} source={sourceIntervention.site.name} />;
  const sections = localSections(source.sections, result.draft);
  const rows = (chosen: readonly LocalSection[]) => chosen.map((section) => rowOf(section, path));
  const kept = sections.filter((section) => !section.isChanged);
  const changed = sections.filter((section) => section.isChanged);
  return (
    <Page
      title="Which section do you want to change?"
      caption={`At ${site.name}`}
      back={{ to: tasks, label: `Adapt for ${site.name}` }}
    >
      <SourcesWithdrawn adaptation={adaptation} />
      <h2>Kept as they are</h2>
      <RowList rows={rows(kept)} />
      {changed.length > 0 && (
        <>
          <h2>Changed already</h2>
          <RowList rows={rows(changed)} />
          <p>
            <Link to={`${path}/compare`}>See what we changed, side by side</Link>
          </p>
        </>
      )}
    </Page>
  );
}

function rowOf({ key, heading, local, isChanged }: LocalSection, path: string): Row {
  return {
    id: key,
    title: heading,
    to: `${path}/sections/${key}`,
    tags: isChanged ? <PlainTag words="Changed" colour="blue" /> : undefined,
    meta: local ? inShort(local, 120) : 'Nothing written',
  };
}
