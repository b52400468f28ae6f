/** On the page of an intervention: the files of its latest version, and for those who write it that others wait. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { counted } from '@hub/ui';
import { InterventionFilesDocument } from '../files.generated';
import { waitingFiles } from '../waiting-files';
import { FilesSection } from './file-list';

export default function InterventionFiles({ reference }: EntityPartProps) {
  const { data } = usePageQuery(InterventionFilesDocument, { id: reference });
  if (!data.node || !('draftAttachments' in data.node)) return null;
  const { currentVersion, draftAttachments } = data.node;
  const ready = draftAttachments?.filter(({ status }) => status === 'READY') ?? [];
  const waiting = draftAttachments && currentVersion ? waitingFiles(draftAttachments, currentVersion.attachments) : 0;
  return (
    <>
      <FilesSection files={currentVersion?.attachments ?? ready} />
      {waiting > 0 && (
        <p className="hub-no-print">{counted(waiting, 'change')} of its files will show in the next version.</p>
      )}
    </>
  );
}
