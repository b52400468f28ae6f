/** Files on their way: each is sent at once, may be stopped, and stays in the list when it fails. */
import { useEffect, useRef, useState } from 'react';
import type { FileInHand } from '@hub/core/web';
import { fileTypeOfName } from '@hub/plugins/files/contract';
import { fileProblem, sendFile } from '../writing/send-file';

export interface FileOnItsWay {
  readonly key: number;
  readonly file: File;
  /** Per cent. */
  readonly done: number;
  /** Why it was not sent; null while it is on its way. */
  readonly problem: string | null;
}

interface Options {
  /** Who sends: until it is posted a file is theirs alone. */
  readonly subject: string;
  /** How many more there may be. */
  readonly room: number;
  readonly onSent: (file: FileInHand) => void;
}

export function useSending({ subject, room, onSent }: Options) {
  const [files, setFiles] = useState<readonly FileOnItsWay[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const lastKey = useRef(0);
  useEffect(() => () => stops.current.forEach((stop) => stop.abort()), []);

  const change = (key: number, fields: Partial<FileOnItsWay>) =>
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...fields } : each)));
  const takeOff = (key: number) => setFiles((all) => all.filter((each) => each.key !== key));
  const send = async (key: number, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const onProgress = (done: number) => change(key, { done });
    const sent = await sendFile(file, { subject, alternative: '', onProgress, signal: stop.signal });
    stops.current.delete(key);
    if ('problem' in sent && sent.problem !== '') return change(key, { problem: sent.problem });
    takeOff(key);
    if ('attachment' in sent)
      onSent({
        ...{ id: sent.attachment, name: file.name, alternative: '' },
        isImage: fileTypeOfName(file.name)?.kind === 'image',
      });
  };

  return {
    files,
    begin: (chosen: readonly File[]) => {
      const begun = chosen.map((file, index) => ({
        ...{ key: (lastKey.current += 1), file, done: 0 },
        problem: index + files.length < room ? fileProblem(file) : 'There are 10 files already. Take one off the list',
      }));
      if (begun.length > 0) setFiles((all) => [...all, ...begun]);
      for (const { key, file, problem } of begun) if (problem === null) void send(key, file);
    },
    again: ({ key, file }: FileOnItsWay) => {
      change(key, { done: 0, problem: null });
      void send(key, file);
    },
    stop: ({ key }: FileOnItsWay) => stops.current.get(key)?.abort(),
    takeOff,
  };
}
