/** The files of a post: those that are ready; of the writer's own also those that wait for the scanner. */
import type { FilesOfPostFragment } from '../files-of-posts.generated';
import { FileItems } from './file-list';

export default function PostFiles({ files }: { readonly files: FilesOfPostFragment['attachments'] }) {
  const waiting = files.filter(({ status }) => status !== 'READY');
  return (
    <>
      <FileItems files={files.filter(({ status }) => status === 'READY')} />
      {waiting.map(({ id, name, finding }) => (
        <p className="hub-meta" key={id}>
          {finding ? `${name} is kept back: it looks like malware` : `${name} is being checked. Others see it then`}
        </p>
      ))}
    </>
  );
}
