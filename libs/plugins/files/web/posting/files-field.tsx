/** The files that come with what is being written: sent at once, each with how far it is, kept in the list when it fails. */
import { useEffect, useRef, useState } from 'react';
import { useViewer, type FileInHand, type FilesPartProps } from '@hub/core/web';
import { largestFileWords } from '@hub/plugins/files/contract';
import { Announcer, FileField } from '@hub/ui';
import { acceptedFiles } from '../writing/send-file';
import { ChosenFile } from './chosen-file';
import { SendingFile } from './sending-file';
import { useSending } from './use-sending';

/** As many as the hub takes with one post. */
const most = 10;

export default function FilesField({ value, onChange, onBusy, dropped }: FilesPartProps) {
  const viewer = useViewer();
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState('');
  // Several may arrive before this is rendered anew.
  const latest = useRef(value);
  latest.current = value;
  const put = (files: readonly FileInHand[]) => {
    latest.current = files;
    onChange(files);
  };
  const sending = useSending({
    ...{ subject: viewer?.id ?? '', room: most - value.length },
    onSent: (file) => {
      put([...latest.current, file]);
      setSaid(`${file.name} is added`);
    },
  });
  const isBusy = sending.files.some(({ problem }) => problem === null);
  useEffect(() => onBusy(isBusy), [isBusy]);
  useEffect(() => sending.begin(dropped), [dropped]);
  return (
    <>
      <FileField
        key={round}
        name="attachments"
        label="Add files"
        hint={`You can also paste or drop them into the box above. Documents, tables and pictures, ${largestFileWords} or less each, ${most} at most`}
        accept={acceptedFiles}
        isMany
        onChoose={(_first, all) => {
          sending.begin(all);
          setRound(round + 1);
        }}
      />
      {value.length + sending.files.length > 0 && (
        <ul className="nhsuk-list hub-files" aria-label="Files that come with it">
          {value.map((file, index) => (
            <ChosenFile
              key={file.id}
              {...{ file, index }}
              onDescribe={(alternative) =>
                put(value.map((each) => (each.id === file.id ? { ...each, alternative } : each)))
              }
              onTakeOff={() => {
                put(value.filter(({ id }) => id !== file.id));
                setSaid(`${file.name} is off the list`);
              }}
            />
          ))}
          {sending.files.map((each) => (
            <SendingFile
              key={each.key}
              sending={each}
              onStop={() => sending.stop(each)}
              onAgain={() => sending.again(each)}
              onTakeOff={() => sending.takeOff(each.key)}
            />
          ))}
        </ul>
      )}
      <Announcer message={said} urgent />
    </>
  );
}
