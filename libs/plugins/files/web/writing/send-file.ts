/** Sends a file as it is, and says how far it got. */
import {
  alternativeHeader,
  fileTypeOfName,
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

/** What is wrong with a file before it is sent, or null. */
export function fileProblem(file: File | null): string | null {
  if (!file) return 'Choose a file';
  if (!fileTypeOfName(file.name)) return `Choose a ${fileTypeWords} file`;
  if (file.size > largestFile) return `Choose a file of ${largestFileWords} or less`;
  return file.size === 0 ? 'This file is empty. Choose another one' : null;
}

/** The problem in a sentence, or null when it was taken. Stopped by the signal, it is an empty sentence. */
export function sendFile(file: File, { subject, alternative, onProgress, signal }: Sending): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', uploadPath);
    request.setRequestHeader('content-type', fileTypeOfName(file.name)?.mediaType ?? '');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`);
    request.setRequestHeader(subjectHeader, encoded(subject));
    if (alternative) request.setRequestHeader(alternativeHeader, encoded(alternative));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total)));
    request.addEventListener('load', () => resolve(request.status === 201 ? null : sentenceIn(request)));
    request.addEventListener('error', () => resolve('The hub cannot be reached. Try again'));
    request.addEventListener('abort', () => resolve(''));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
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
