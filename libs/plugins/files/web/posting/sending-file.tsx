/** A file on its way: how far it is, or why it was not sent and what can be done. */
import { ButtonGroup, Button, Hidden } from '@hub/ui';
import { useId } from 'react';
import type { FileOnItsWay } from './use-sending';

interface SendingFileProps {
  readonly sending: FileOnItsWay;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onTakeOff: () => void;
}

export function SendingFile({ sending: { file, done, problem }, onStop, onAgain, onTakeOff }: SendingFileProps) {
  const id = useId();
  const name = <Hidden> {file.name}</Hidden>;
  if (problem === null)
    return (
      <li className="hub-rows__row">
        <label htmlFor={id}>
          {file.name}: {done < 100 ? `sending, ${done}% done` : 'being checked'}
        </label>
        <progress className="hub-progress" id={id} max={100} value={done} />
        <Button look="secondary" small onClick={onStop}>
          Stop{name}
        </Button>
      </li>
    );
  return (
    <li className="hub-rows__row">
      <p className="nhsuk-u-margin-bottom-2">
        <span className="nhsuk-error-message">
          {file.name} was not added. {problem}
        </span>
      </p>
      <ButtonGroup>
        <Button look="secondary" small onClick={onAgain}>
          Try again{name}
        </Button>
        <Button look="secondary" small onClick={onTakeOff}>
          Take off the list{name}
        </Button>
      </ButtonGroup>
    </li>
  );
}
