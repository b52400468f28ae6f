/** Sends a file as it is, and says how far it got. */
import {
  alternativeHeader,
  fileTypeOfName,
  fileTypes,
  fileTypeWords,
  largestFile,
  largestFileWords,
  subjectHeader,
  uploadPath,
} from '@hub/plugins/files/contract';

export interface Sending {
  readonly subject: string;
  readonly alternative: string;
  /** Per cent. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** For the browser's list to choose from. Endings and types: browsers know the one or the other. */
export const acceptedFiles = fileTypes
  .flatMap(({ endings, mediaType }) => [...endings.map((one) => `.${one}`), mediaType])
  .join();

/** What is wrong with a file before it is sent, or null. */
export function fileProblem(file: File | null): string | null {
  if (!file) return 'Choose a file';
  if (!fileTypeOfName(file.name)) return `Choose a ${fileTypeWords} file`;
  if (file.size > largestFile) return `Choose a file of ${largestFileWords} or less`;
  return file.size === 0 ? 'This file is empty. Choose another one' : null;
}

/** The attachment's id once it was taken, or the problem in a sentence: an empty one when it was stopped by the signal. */
export type Sent = { readonly attachment: string } | { readonly problem: string };

export function sendFile(file: File, { subject, alternative, onProgress, signal }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', uploadPath);
    request.setRequestHeader('content-type', fileTypeOfName(file.name)?.mediaType ?? '');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`);
    request.setRequestHeader(subjectHeader, encoded(subject));
    if (alternative) request.setRequestHeader(alternativeHeader, encoded(alternative));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total)));
    request.addEventListener('load', () => resolve(answerIn(request)));
    request.addEventListener('error', () => resolve({ problem: 'The hub cannot be reached. Try again' }));
    request.addEventListener('abort', () => resolve({ problem: '' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function answerIn(request: XMLHttpRequest): Sent {
  if (request.status !== 201) return { problem: sentenceIn(request) };
  return JSON.parse(request.responseText) as { attachment: string };
}

/** Of what a person can put right the hub's own words are the best. */
function sentenceIn({ status, responseText }: XMLHttpRequest): string {
  if (status === 401) return 'Sign in to go on';
  try {
    const { errors } = JSON.parse(responseText) as { errors: [{ message: string }] };
    return errors[0].message;
  } catch {
    return 'Sorry, there is a problem with the hub. Try again';
  }
}
