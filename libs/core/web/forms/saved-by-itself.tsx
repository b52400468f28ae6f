/** What became of what is being typed: saved at what time, or kept in this tab alone. Said and shown. */
import { Announcer, Meta, formatTime } from '@hub/ui';
import type { SharedEdit } from './shared-edit';

export function SavedByItself({
  edit,
}: {
  readonly edit: Pick<SharedEdit<never>, 'savedAt' | 'isOnlyInTab' | 'isHeldBack'>;
}) {
  const words = wordsOf(edit);
  return (
    <>
      {words && <Meta>{words}</Meta>}
      <Announcer message={words} />
    </>
  );
}

function wordsOf({ savedAt, isOnlyInTab, isHeldBack }: Parameters<typeof SavedByItself>[0]['edit']): string {
  if (isHeldBack) return 'This looks like it holds a detail of a patient, and is not saved. Save it to see where.';
  if (isOnlyInTab) return 'What you wrote is kept in this tab. It is not saved yet.';
  return savedAt ? `Saved at ${formatTime(savedAt)}` : '';
}
