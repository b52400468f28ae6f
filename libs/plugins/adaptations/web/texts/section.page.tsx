/** One section of the site's own text, which began as the source's words. */
import { useNavigate, useParams } from 'react-router';
import { NotFound, Page, usePageQuery, WhoWillSee } from '@hub/core/web';
import { isSectionKey, sectionItems } from '@hub/plugins/interventions/contract';
import { useAdaptationAddress } from '../address';
import { changesOfSection } from '../changes/changes-by-section';
import { EditorsOnly } from '../record/editors-only';
import { savedNow } from '../record/saved';
import { bodyOf } from './local-sections';
import { NoTextYet } from './no-text-yet';
import { SectionForm } from './section-form';
import { SourceWords } from './source-words';
import { LocalSectionDocument } from './texts.generated';

export default function SectionPage() {
  const { id, path, tasks } = useAdaptationAddress();
  const { key = '' } = useParams();
  const { data, refetch } = usePageQuery(LocalSectionDocument, { id });
  const navigate = useNavigate();
  const { adaptation } = data;
  const item = isSectionKey(key) && sectionItems.find((each) => each.key === key);
  if (!adaptation || !item) return <NotFound />;
  const { site, source, sourceIntervention, result, viewerCanEdit, modifications } = adaptation;
  if (!viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  if (!result?.draft) return <NoTextYet {...{ path }} site={site.name} source={sourceIntervention.site.name} />;
  const sourceText = bodyOf(source.sections, key);
  const reasons = changesOfSection(key, modifications);
  const saved = () => void navigate(tasks, { state: savedNow() });
  return (
    <Page title={item.heading} caption={`At ${site.name}`} back={{ to: tasks, label: `Adapt for ${site.name}` }}>
      <SourceWords text={sourceText} words={`${sourceIntervention.site.name}, version ${source.number}`} />
      <WhoWillSee label="Who will see this until you publish it" thing={{ visibility: 'DRAFT', site: site.id }} />
      <SectionForm
        key={key}
        item={item}
        result={{ id: result.id, revision: result.revision, draft: result.draft }}
        sourceText={sourceText}
        hasReason={reasons.length > 0}
        path={path}
        onSaved={saved}
        onKeptTheirs={() => void refetch()}
      />
    </Page>
  );
}
