/** Writing one part of a draft. The address names the part: `about`, or a section. */
import { useParams } from 'react-router';
import { NotFound } from '@hub/core/web';
import { EditAbout } from './edit-about';
import { EditSection } from './edit-section';
import { descriptionPages } from './description-pages';
import { EditFacts } from './edit-facts';
import { aboutPart, factsPart, itemOf, partAfter } from './parts';
import { useEditableDraft } from './writing-query';

export default function EditPartPage() {
  const { name = '', part = '' } = useParams();
  const { draft, refetch } = useEditableDraft(name);
  const item = itemOf(part);
  if (!draft) return <NotFound />;
  if (part === aboutPart) return <EditAbout key={draft.id} draft={draft} onRefetch={refetch} />;
  if (part === factsPart) return <EditFacts key={draft.id} draft={draft} onRefetch={refetch} />;
  const page = descriptionPages.find(({ key }) => key === part);
  if (page)
    return (
      <div key={`${draft.id} ${part}`}>
        {page.open({ draft, onRefetch: refetch, next: partAfter(part, draft.maturity) })}
      </div>
    );
  return item ? (
    <EditSection key={`${draft.id} ${part}`} draft={draft} item={item} onRefetch={refetch} />
  ) : (
    <NotFound />
  );
}
