/** Which files may be attached. The ending of the name, the declared type and the content must all say the same. */

export interface FileType {
  /** Endings of names, the usual one first. */
  readonly endings: readonly string[];
  readonly mediaType: string;
  readonly words: string;
  readonly kind: 'document' | 'office' | 'text' | 'image';
}

const office = 'application/vnd.openxmlformats-officedocument';

export const fileTypes: readonly FileType[] = [
  { endings: ['pdf'], mediaType: 'application/pdf', words: 'PDF', kind: 'document' },
  { endings: ['docx'], mediaType: `${office}.wordprocessingml.document`, words: 'Word document', kind: 'office' },
  { endings: ['xlsx'], mediaType: `${office}.spreadsheetml.sheet`, words: 'Excel workbook', kind: 'office' },
  { endings: ['pptx'], mediaType: `${office}.presentationml.presentation`, words: 'PowerPoint slides', kind: 'office' },
  { endings: ['csv'], mediaType: 'text/csv', words: 'CSV table', kind: 'text' },
  { endings: ['txt'], mediaType: 'text/plain', words: 'Plain text', kind: 'text' },
  { endings: ['png'], mediaType: 'image/png', words: 'PNG picture', kind: 'image' },
  { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', words: 'JPEG picture', kind: 'image' },
  { endings: ['webp'], mediaType: 'image/webp', words: 'WebP picture', kind: 'image' },
];

export const largestFile = 25 * 1024 * 1024;
export const largestFileWords = '25 MB';
/** What may be sent, for people. */
export const fileTypeWords = 'PDF, Word, Excel, PowerPoint, CSV, plain text, PNG, JPEG or WebP';

/** The type that the ending of a name stands for. */
export function fileTypeOfName(name: string): FileType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return fileTypes.find(({ endings }) => endings.includes(ending));
}

export function fileTypeOf(mediaType: string): FileType | undefined {
  return fileTypes.find((type) => type.mediaType === mediaType);
}
