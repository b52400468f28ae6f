/** Writing one part of a draft. The address names the part: `about`, or a section. */
import { useParams } from 'react-router';
import { NotFound } from '@hub/core/web';
import { EditAbout } from './edit-about';
import { EditSection } from './edit-section';
import { aboutPart, itemOf } from './parts';
import { useEditableDraft } from './writing-query';

export default function EditPartPage() {
  const { name = '', part = '' } = useParams();
  const { draft, refetch } = useEditableDraft(name);
  const item = itemOf(part);
  if (!draft) return <NotFound />;
  if (part === aboutPart) return <EditAbout key={draft.id} draft={draft} onRefetch={refetch} />;
  return item ? (
    <EditSection key={`${draft.id} ${part}`} draft={draft} item={item} onRefetch={refetch} />
  ) : (
    <NotFound />
  );
}
