/** A box to write in, and beneath it the files that come with it: chosen, pasted or dropped. Only the box where there are no files. */
import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import type { FilesFieldProps } from '../plugin/define';
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from './part-boundary';

export function FilesField({ children, ...field }: FilesFieldProps & { readonly children: ReactNode }) {
  const { filesField: Files } = useRegistry();
  const [dropped, setDropped] = useState<readonly File[]>([]);
  if (!Files) return children;
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    setDropped(files);
  };
  return (
    <>
      <div
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
        onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      >
        {children}
      </div>
      <PartBoundary what="the field for files">
        <Files {...field} dropped={dropped} />
      </PartBoundary>
    </>
  );
}

/** Whether this hub has files: without them nothing may be said of any. */
export function useHasFiles(): boolean {
  return useRegistry().filesField !== null;
}
