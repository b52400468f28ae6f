/** What became of what is being typed: saved at what time, or kept in this tab alone. Said and shown. */
import { Announcer, Meta, formatTime } from '@hub/ui';
import type { SharedEdit } from './shared-edit';

export function SavedByItself({ edit }: { readonly edit: Pick<SharedEdit<never>, 'savedAt' | 'isOnlyInTab'> }) {
  const words = wordsOf(edit);
  return (
    <>
      {words && <Meta>{words}</Meta>}
      <Announcer message={words} />
    </>
  );
}

function wordsOf({ savedAt, isOnlyInTab }: Pick<SharedEdit<never>, 'savedAt' | 'isOnlyInTab'>): string {
  if (isOnlyInTab) return 'What you wrote is kept in this tab. It is not saved yet.';
  return savedAt ? `Saved at ${formatTime(savedAt)}` : '';
}
