/** A file that was sent and waits for what is written: a picture is asked what it shows. */
import type { FileInHand } from '@hub/core/web';
import { attachmentUuid, longestAlternative, uploadPath } from '@hub/plugins/files/contract';
import { FieldError, Hidden, LinkButton, TextField, useFieldError, useFieldId } from '@hub/ui';

interface ChosenFileProps {
  readonly file: FileInHand;
  /** Its place in the list. */
  readonly index: number;
  readonly onDescribe: (alternative: string) => void;
  readonly onTakeOff: () => void;
}

export function ChosenFile({ file, index, onDescribe, onTakeOff }: ChosenFileProps) {
  const name = `attachments.${index}`;
  const id = useFieldId(`${name}.attachment`);
  const error = useFieldError(`${name}.attachment`);
  return (
    <li className="hub-rows__row" id={id} tabIndex={-1}>
      <FieldError id={id} error={error} />
      <p className="nhsuk-u-margin-bottom-2">
        {file.name}{' '}
        <LinkButton onClick={onTakeOff}>
          Take off the list<Hidden>: {file.name}</Hidden>
        </LinkButton>
      </p>
      {file.isImage && (
        <>
          <img className="hub-picture-small" src={addressOf(file)} alt="" />
          <TextField
            name={`${name}.alternative`}
            label={
              <>
                What does the picture show?<Hidden> {file.name}</Hidden>
              </>
            }
            hint="For people who do not see it. Say what they would miss"
            limit={longestAlternative}
            value={file.alternative}
            onChange={onDescribe}
          />
        </>
      )}
    </li>
  );
}

function addressOf({ id, name }: FileInHand): string {
  return `${uploadPath}/${attachmentUuid(id)}/${encodeURIComponent(name)}`;
}
