/** Checking a draft, then making it the next version. */
import { useParams } from 'react-router';
import { NotFound } from '@hub/core/web';
import { PublishForm } from './publish-form';
import { useEditableDraft } from './writing-query';

export default function PublishPage() {
  const { name = '' } = useParams();
  const { draft, refetch } = useEditableDraft(name);
  return draft ? <PublishForm draft={draft} onRefetch={refetch} /> : <NotFound />;
}
