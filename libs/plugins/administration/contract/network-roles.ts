/** The roles of the network team: the sentence that explains each stands where it is given. */
import type { NetworkRole } from '@hub/core/contract';

interface NetworkRoleFacts {
  readonly name: string;
  /** What whoever has it may do, in one sentence. */
  readonly sentence: string;
}

export const networkRoleFacts: Readonly<Record<NetworkRole, NetworkRoleFacts>> = {
  administrator: {
    name: 'Administrator',
    sentence: 'Gives and takes roles, suspends accounts and looks after the hub; sees no more than any member does.',
  },
  moderator: {
    name: 'Moderator',
    sentence:
      'Decides about posts that members reported, in discussions that they can see, and reads what is hidden meanwhile.',
  },
  facilitator: {
    name: 'Facilitator',
    sentence: 'Makes announcements, locks or reopens discussions, and removes posts that break the rules.',
  },
};
