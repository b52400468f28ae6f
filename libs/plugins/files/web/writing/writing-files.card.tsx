/** On the editing page: the files of the next version, each described or taken away, and a form to attach more. */
import { useState } from 'react';
import { MutationProblems, useMutationForm, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Announcer, Button, counted, NotificationBanner } from '@hub/ui';
import {
  InterventionFilesDocument,
  RemoveAttachmentDocument,
  RestoreAttachmentDocument,
  type AttachedFileFragment,
} from '../files.generated';
import { waitingFiles } from '../waiting-files';
import { AttachForm } from './attach-form';
import { WritingFile } from './writing-file';

export default function WritingFiles({ reference }: EntityPartProps) {
  const { data, refetch } = usePageQuery(InterventionFilesDocument, { id: reference });
  const [removed, setRemoved] = useState<AttachedFileFragment | null>(null);
  const [said, setSaid] = useState('');
  const remove = useMutationForm(RemoveAttachmentDocument, { onDone: refetch });
  const restore = useMutationForm(RestoreAttachmentDocument, { onDone: refetch });
  if (!data.node || !('viewerCanAttach' in data.node) || !data.node.viewerCanAttach) return null;
  const { draftAttachments, currentVersion } = data.node;
  const files = draftAttachments ?? [];
  const waiting = currentVersion ? waitingFiles(files, currentVersion.attachments) : 0;

  const takeAway = async (file: AttachedFileFragment) => {
    setSaid('');
    if (await remove.submit({ subject: reference, attachment: file.id })) setRemoved(file);
  };
  const putBack = async (file: AttachedFileFragment) => {
    if (!(await restore.submit({ subject: reference, attachment: file.id }))) return;
    setRemoved(null);
    setSaid(`${file.name} is back`);
  };
  const tell = (words: string) => {
    setSaid(words);
    refetch();
  };

  return (
    <section aria-labelledby="writing-files">
      <h2 id="writing-files">Files</h2>
      {waiting > 0 && <p>{counted(waiting, 'change')} of the files will show once you publish the next version.</p>}
      {removed && (
        <NotificationBanner kind="done" key={removed.id}>
          <p className="nhsuk-notification-banner__heading">{removed.name} is taken away</p>
          <Button look="secondary" small onClick={() => void putBack(removed)}>
            Put it back
          </Button>
        </NotificationBanner>
      )}
      <MutationProblems problem={remove.problem ?? restore.problem} />
      {files.length === 0 ? (
        <p>There are no files yet. Attach what others need to do it too: a form, a leaflet, a picture of the room.</p>
      ) : (
        <ul className="nhsuk-list hub-files">
          {files.map((file) => (
            <WritingFile
              key={file.id}
              subject={reference}
              file={file}
              onRemove={() => void takeAway(file)}
              onDescribed={tell}
            />
          ))}
        </ul>
      )}
      <AttachForm subject={reference} onAttached={refetch} />
      <Announcer message={said} urgent />
    </section>
  );
}
