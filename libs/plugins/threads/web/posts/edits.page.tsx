/** What a post said before each edit, newest edit first, with the words that differ marked. */
import { useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { postId } from '@hub/plugins/threads/contract';
import { counted, DiffText, formatDateTime } from '@hub/ui';
import { editsOf } from './edits';
import { PostEditsDocument } from '../writing.generated';
import { postName } from '../words';

export default function EditsPage() {
  const { post = '' } = useParams();
  const { data } = usePageQuery(PostEditsDocument, { id: postId(post) });
  const linkTo = useLinkTo();
  const { node } = data;
  if (node?.__typename !== 'Post' || node.revisions.length === 0) return <NotFound />;
  const { thread } = node;
  const edits = editsOf(node);
  return (
    <Page
      wide
      title="What was edited"
      caption={thread.title}
      back={{ to: `${linkTo(thread.id)}#post-${node.position}`, label: thread.title }}
    >
      <p>
        {postName(node, thread.replyCount)}. {counted(edits.length, 'edit')}, the newest first.
      </p>
      {edits.map((edit) => (
        <section key={edit.number} aria-labelledby={`edit-${edit.number}`}>
          <h2 id={`edit-${edit.number}`} className="nhsuk-heading-m">
            Edited {formatDateTime(edit.at)}
          </h2>
          <DiffText
            source={edit.before}
            local={edit.after}
            sourceHeading="Before"
            localHeading="After"
            headingLevel={3}
          />
        </section>
      ))}
    </Page>
  );
}
