/** Before publishing: the files that the version will keep, and whether they differ from those that others see now. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { InterventionFilesDocument } from '../files.generated';
import { waitingFiles } from '../waiting-files';
import { FilesSection } from './file-list';

export default function CheckingFiles({ reference }: EntityPartProps) {
  const { data } = usePageQuery(InterventionFilesDocument, { id: reference });
  if (!data.node || !('draftAttachments' in data.node)) return null;
  const { draftAttachments, currentVersion } = data.node;
  const files = draftAttachments ?? [];
  const isChanged = currentVersion !== null && waitingFiles(files, currentVersion.attachments) > 0;
  return (
    <>
      <FilesSection files={files} heading="Files of this version" />
      {isChanged && <p>Its files are not those of version {currentVersion.number}.</p>}
    </>
  );
}
