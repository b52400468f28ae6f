/** What the pages of communities say in words. */
import type { CommunityKind } from '@hub/plugins/communities/contract';

export const kindNames: Readonly<Record<CommunityKind, string>> = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  PRIVATE: 'Private',
};

/** Who sees and joins, as one chooses. */
export const kindSentences: Readonly<Record<CommunityKind, string>> = {
  OPEN: 'Anyone signed in reads it and joins. Its name and purpose can be seen without an account',
  CLOSED:
    'Anyone signed in sees its name, its purpose and who facilitates it, and can ask to join. Only members see what is inside',
  PRIVATE: 'Nobody else knows that it is there. Facilitators invite members of the hub',
};

/** What follows at once when a community becomes one of this kind. */
export const kindEffects: Readonly<Record<CommunityKind, readonly string[]>> = {
  OPEN: [
    'anyone signed in sees its members and reads everything that was said in it so far',
    'anyone signed in can join, without being asked',
    'its name and purpose can be seen without an account',
  ],
  CLOSED: [
    'only members see what was and is said in it, and who its members are',
    'anyone signed in still sees its name, its purpose and who facilitates it',
    'those who want to join ask its facilitators',
  ],
  PRIVATE: [
    'nobody but its members sees that it is there, in lists and searches too',
    'what was said in it is closed to everybody else, also on pages that are open now',
    'facilitators invite people; those who asked to join can no longer see it',
  ],
};

interface Counted {
  readonly memberCount: number;
  readonly memberCountRounded: boolean;
}

/** "About 15 members" where the number is rounded. */
export function membersWords({ memberCount, memberCountRounded }: Counted): string {
  if (memberCountRounded) return `About ${memberCount} members`;
  return memberCount === 1 ? '1 member' : `${memberCount} members`;
}
