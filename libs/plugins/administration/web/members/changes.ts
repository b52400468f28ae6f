/** What can be done to an account, one question a page: the words and the mutation of each. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ManageMemberInput } from '@hub/graphql';
import {
  EndMemberSessionsDocument,
  RemoveMemberSecondFactorDocument,
  RestoreMemberDocument,
  SuspendMemberDocument,
} from './members.generated';

export interface MemberChange {
  readonly question: (name: string) => string;
  /** What it does, in a sentence or two. */
  readonly effect: (name: string) => string;
  readonly button: string;
  readonly isGrave: boolean;
  readonly done: (name: string) => string;
  readonly document: TypedDocumentNode<unknown, { input: ManageMemberInput }>;
}

export const memberChanges: Readonly<Record<string, MemberChange>> = {
  suspend: {
    question: (name) => `Suspend ${name}?`,
    effect: (name) =>
      `${name} is signed out everywhere within 5 seconds and cannot sign in. Their API tokens stop. What they wrote stays, and they keep their roles for when they come back.`,
    button: 'Suspend this account',
    isGrave: true,
    done: (name) => `${name} is suspended and signed out.`,
    document: SuspendMemberDocument,
  },
  restore: {
    question: (name) => `Restore ${name}?`,
    effect: (name) => `${name} can sign in again, with the roles that they had. Their API tokens work again.`,
    button: 'Restore this account',
    isGrave: false,
    done: (name) => `${name} can sign in again.`,
    document: RestoreMemberDocument,
  },
  sessions: {
    question: (name) => `Sign ${name} out everywhere?`,
    effect: (name) => `${name} is signed out on every device within 5 seconds, and can sign in again at once.`,
    button: 'End all sessions',
    isGrave: true,
    done: (name) => `${name} is signed out everywhere.`,
    document: EndMemberSessionsDocument,
  },
  'second-step': {
    question: (name) => `Take the second step of ${name} away?`,
    effect: (name) =>
      `For somebody who lost their app and their recovery codes. ${name} is signed out everywhere, then signs in without a second step until they set up a new one. Make sure that it is them who asks: call them on a number that you know.`,
    button: 'Take the second step away',
    isGrave: true,
    done: (name) => `The second step of ${name} is gone. They can set up a new one.`,
    document: RemoveMemberSecondFactorDocument,
  },
};
