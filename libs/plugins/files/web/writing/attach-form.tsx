/** Chooses a file, asks what it shows when it is a picture, and sends it. */
import { useRef, useState } from 'react';
import { fileTypeOfName, fileTypeWords, largestFileWords, longestAlternative } from '@hub/plugins/files/contract';
import { Announcer, Button, ButtonGroup, FileField, Form, TextField, type FieldProblem } from '@hub/ui';
import { acceptedFiles, fileProblem, sendFile } from './send-file';

interface AttachFormProps {
  readonly subject: string;
  /** Reads the files anew. */
  readonly onAttached: () => void;
}

export function AttachForm({ subject, onAttached }: AttachFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [alternative, setAlternative] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [round, setRound] = useState(0);
  const sending = useRef<AbortController | null>(null);
  const isPicture = file !== null && fileTypeOfName(file.name)?.kind === 'image';

  const startAnew = () => {
    setFile(null);
    setAlternative('');
    setRound(round + 1);
  };
  const send = async () => {
    if (sending.current) return;
    const found = problemsOf(file, isPicture, alternative);
    setProblems(found);
    if (!file || found.length > 0) return;
    sending.current = new AbortController();
    setProgress(0);
    setSaid(`Sending ${file.name}`);
    const { signal } = sending.current;
    const sent = await sendFile(file, { subject, alternative: alternative.trim(), onProgress: setProgress, signal });
    sending.current = null;
    setProgress(null);
    if ('problem' in sent) {
      setSaid(sent.problem === '' ? 'Stopped. Nothing was attached' : '');
      return setProblems(sent.problem === '' ? [] : [{ path: 'file', message: sent.problem }]);
    }
    setSaid(`${file.name} is attached`);
    startAnew();
    onAttached();
  };

  return (
    <>
      <Form onSubmit={() => void send()} problems={problems} label="Attach a file" scope="attach">
        <FileField
          key={round}
          name="file"
          label="Choose a file"
          hint={`${fileTypeWords}, ${largestFileWords} or less. Do not include details of patients. Pictures are kept without where and when they were taken`}
          accept={acceptedFiles}
          onChoose={setFile}
        />
        {isPicture && (
          <TextField
            name="alternative"
            label="What does the picture show?"
            hint="For people who do not see it. Say what they would miss"
            limit={longestAlternative}
            value={alternative}
            onChange={setAlternative}
          />
        )}
        {progress === null ? (
          <Button look="secondary">Attach the file</Button>
        ) : (
          <Progress done={progress} onStop={() => sending.current?.abort()} />
        )}
      </Form>
      <Announcer message={said} urgent />
    </>
  );
}

function Progress({ done, onStop }: { readonly done: number; readonly onStop: () => void }) {
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        <label htmlFor="attach-progress">{done < 100 ? `Sending, ${done}% done` : 'Checking the file'}</label>
        <progress className="hub-progress" id="attach-progress" max={100} value={done} />
      </p>
      <ButtonGroup>
        <Button look="secondary" small onClick={onStop}>
          Stop
        </Button>
      </ButtonGroup>
    </>
  );
}

function problemsOf(file: File | null, isPicture: boolean, alternative: string): FieldProblem[] {
  const problem = fileProblem(file);
  if (problem) return [{ path: 'file', message: problem }];
  if (!isPicture) return [];
  if (alternative.trim() === '') return [{ path: 'alternative', message: 'Say what the picture shows' }];
  return alternative.length > longestAlternative ? [{ path: 'alternative', message: 'Use fewer words' }] : [];
}
