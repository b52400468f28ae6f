/** Files to read: pictures shown with what they show, documents as links with their type and size. */
import { fileWords } from '../file-words';
import type { AttachedFileFragment } from '../files.generated';

interface FilesProps {
  readonly files: readonly AttachedFileFragment[];
}

/** A section of the page; nothing where there are no files. */
export function FilesSection({ files, heading = 'Files' }: FilesProps & { readonly heading?: string }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">{heading}</h2>
      <FileItems files={files} />
    </section>
  );
}

/** Documents as links, then pictures. */
export function FileItems({ files }: FilesProps) {
  const documents = files.filter(({ isImage }) => !isImage);
  return (
    <>
      {documents.length > 0 && (
        <ul className="nhsuk-list hub-files">
          {documents.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {files
        .filter(({ isImage }) => isImage)
        .map((file) => (
          <Picture key={file.id} file={file} />
        ))}
    </>
  );
}

/** The name leads to the file; type and size are part of the link, so that nobody is surprised. */
export function FileLink({ file }: { readonly file: AttachedFileFragment }) {
  return (
    <a className="hub-file-link" href={file.address} download={file.name}>
      {file.name} ({fileWords(file)})
    </a>
  );
}

function Picture({ file }: { readonly file: AttachedFileFragment }) {
  return (
    <figure className="hub-picture">
      <img src={file.address} alt={file.alternative} />
      <figcaption>
        <FileLink file={file} />
      </figcaption>
    </figure>
  );
}
