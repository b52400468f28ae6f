/** Asking a team whether its adaptation still goes on, when nothing was said of it for a while. */
import { domainEvent } from '@hub/core/contract';

/** So many days without a word, by the calendar in London, and its team is asked; facilitators then find it on their list. */
export const quietDays = 60;

export const checkInAnswers = ['GOING', 'STOPPED', 'BUSY'] as const;
/** Still going, stopped, or busy. Stopped is recorded with its reason, as a move to that stage. */
export type CheckInAnswer = (typeof checkInAnswers)[number];

/** The answers as buttons and links say them. */
export const checkInWords = {
  GOING: 'Still going',
  STOPPED: 'Stopped',
  BUSY: 'Busy, ask us again later',
} as const satisfies Record<CheckInAnswer, string>;

export const checkInPrefix = 'check-in';
/** The page where a member of the team answers. */
export const checkInPage = '/check-ins/:id';
/** Where links in mails lead: by GET a page that asks first, by POST it is answered. */
export const checkInLinkPath = '/check-ins/answer';

/** The page of a question, by its id. */
export const pathOfCheckIn = (id: string): string => checkInPage.replace(':id', id.slice(checkInPrefix.length + 1));

/** Nothing was said of it for a while, and its team is asked whether it still goes on. Nobody did it. */
export const adaptationWentQuiet = domainEvent<{ checkIn: string }>()('adaptation.went-quiet');
