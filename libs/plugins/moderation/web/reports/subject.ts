/** What was reported, as these pages name it and lead to it. */
import { useLinkTo } from '@hub/core/web';
import type { ReportedThingFragment } from './reports.generated';

interface Named {
  readonly words: string;
  readonly to: string;
}

/** A post by its discussion. Null for what can be seen no more. */
export function useSubject(): (subject: ReportedThingFragment | null | undefined) => Named | null {
  const linkTo = useLinkTo();
  return (subject) =>
    subject?.__typename === 'Post'
      ? { words: subject.thread.title, to: `${linkTo(subject.thread.id)}#post-${subject.position}` }
      : null;
}
