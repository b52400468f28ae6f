/** One file of a draft: what it is, how it stands, and what can be done with it. */
import { Button, Details, Hidden } from '@hub/ui';
import { fileWords } from '../file-words';
import type { AttachedFileFragment } from '../files.generated';
import { FileLink } from '../reading/file-list';
import { DescribeForm } from './describe-form';

interface WritingFileProps {
  readonly subject: string;
  readonly file: AttachedFileFragment;
  readonly onRemove: () => void;
  readonly onDescribed: (words: string) => void;
}

export function WritingFile({ subject, file, onRemove, onDescribed }: WritingFileProps) {
  return (
    <li className="hub-rows__row">
      <p className="nhsuk-u-margin-bottom-2">
        {file.status === 'READY' ? <FileLink file={file} /> : `${file.name} (${fileWords(file)})`}
      </p>
      <Standing file={file} />
      {file.isImage && (
        <>
          <p className="hub-meta">
            {file.alternative ? `Shows: ${file.alternative}` : 'It does not say yet what it shows'}
          </p>
          <Details summary={<>Change what it shows{<Hidden> of {file.name}</Hidden>}</>}>
            <DescribeForm {...{ subject, file }} onDone={onDescribed} />
          </Details>
        </>
      )}
      <Button look="secondary" small onClick={onRemove}>
        Take away<Hidden> {file.name}</Hidden>
      </Button>
    </li>
  );
}

function Standing({ file }: { readonly file: AttachedFileFragment }) {
  if (file.status === 'READY') return null;
  if (file.finding)
    return <p className="nhsuk-error-message">It is kept back: it looks like malware ({file.finding}). Take it away</p>;
  return <p className="hub-meta">It is being checked for malware. You cannot publish until that is done</p>;
}
