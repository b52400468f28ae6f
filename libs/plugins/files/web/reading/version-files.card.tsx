/** On the page of a version: the files that it was published with. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { VersionFilesDocument } from '../files.generated';
import { FilesSection } from './file-list';

export default function VersionFiles({ reference }: EntityPartProps) {
  const { data } = usePageQuery(VersionFilesDocument, { id: reference });
  return data.node && 'attachments' in data.node ? <FilesSection files={data.node.attachments} /> : null;
}
