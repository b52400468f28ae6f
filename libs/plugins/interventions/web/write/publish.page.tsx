/** Checking a draft, then making it the next version. */
import { useParams } from 'react-router';
import { NotFound, Page, useLinkTo } from '@hub/core/web';
import { PublishForm } from './publish-form';
import { useEditableDraft, type EditableDraft } from './writing-query';

export default function PublishPage() {
  const { name = '' } = useParams();
  const { draft, refetch } = useEditableDraft(name);
  if (!draft) return <NotFound />;
  return draft.viewerCanPublish ? <PublishForm draft={draft} onRefetch={refetch} /> : <ForPublishers draft={draft} />;
}

/** Those who write a draft need not be those who publish it. */
function ForPublishers({ draft }: { readonly draft: EditableDraft }) {
  const linkTo = useLinkTo();
  return (
    <Page
      title="Someone else publishes this"
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
    >
      <p>Engine-room members and leads of {draft.site.name} publish in its name. Ask one of them to check it.</p>
    </Page>
  );
}
