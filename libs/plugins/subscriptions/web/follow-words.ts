/** What a rule says, in the words of the pages. */
import type { FollowLevel, NewsTopic } from '@hub/graphql';
import { followLevels } from '@hub/ui';

export const topics: Readonly<Record<NewsTopic, string>> = {
  ANNOUNCEMENT: 'Announcements',
  QUESTION: 'Questions',
  LEARNING: 'What people learned',
  DISCUSSION: 'Other discussions',
  PUBLICATION: 'What is published',
};

interface Rule {
  readonly level: FollowLevel;
  readonly leaveOut: readonly NewsTopic[];
  readonly wholeFamily: boolean;
}

/** "New discussions only, without announcements": what is left out says nothing where little is heard anyway. */
export function wordsOfRule({ level, leaveOut, wholeFamily }: Rule): string {
  const family = wholeFamily && level !== 'NONE' ? ', of its whole family' : '';
  const left = canLeaveOut(level) ? leaveOut : [];
  const without = left.length > 0 ? `, without ${listOf(left.map((topic) => topics[topic].toLowerCase()))}` : '';
  return `${followLevels[level]}${family}${without}`;
}

/** Whether there is something to leave out at this level. */
export function canLeaveOut(level: FollowLevel): boolean {
  return level === 'WATCHING' || level === 'FIRST_POSTS';
}

/** "one, two and three". */
function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
