/** What is no part of a version, as it is written: what the hub has of it, what is sent, and how two writings of it meet. Pure. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { sentenceFor, type ComparedText, type Problem } from '@hub/core/web';
import type { UpdateInterventionInput } from '@hub/graphql';
import { dayParts, momentOf, monthOf, monthParts, type DayParts, type MonthParts } from '@hub/ui';

export interface FactsWriting {
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly string[];
  readonly startedOn: MonthParts;
  readonly stoppedOn: MonthParts;
  readonly reviewOn: DayParts;
}

interface KeptFacts {
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly string[];
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly reviewOn: string | null;
}

/** The boxes for what is kept. */
export function factsWritingOf({ startedOn, stoppedOn, reviewOn, ...kept }: KeptFacts): FactsWriting {
  return {
    ...{ lessons: kept.lessons, enablers: kept.enablers, contacts: kept.contacts },
    startedOn: monthParts(startedOn),
    stoppedOn: monthParts(stoppedOn),
    reviewOn: dayParts(reviewOn && `${reviewOn}T12:00:00Z`),
  };
}

/** What is sent of boxes that hold no problem: an empty date is blank. */
export function factsInput(value: FactsWriting): Omit<UpdateInterventionInput, 'id' | 'expectedRevision'> {
  return {
    lessons: [...value.lessons],
    enablers: [...value.enablers],
    contacts: [...value.contacts],
    startedOn: monthOf(value.startedOn) ?? '',
    stoppedOn: monthOf(value.stoppedOn) ?? '',
    reviewOn: dayOf(value.reviewOn) ?? '',
  };
}

/** Boxes that hold no month or day, and an end before the beginning. */
export function factsProblem(value: FactsWriting): Problem | null {
  const [startedOn, stoppedOn] = [monthOf(value.startedOn), monthOf(value.stoppedOn)];
  const month = 'Enter a month and a year, such as 4 2016';
  const fields = [
    ...(startedOn === undefined ? [{ path: 'startedOn', message: month }] : []),
    ...(stoppedOn === undefined ? [{ path: 'stoppedOn', message: month }] : []),
    ...(startedOn && stoppedOn && stoppedOn < startedOn
      ? [{ path: 'stoppedOn', message: 'It cannot stop before it started' }]
      : []),
    ...(dayOf(value.reviewOn) === undefined
      ? [{ path: 'reviewOn', message: 'Enter a day, a month and a year, such as 31 3 2018' }]
      : []),
  ];
  const code = 'BAD_USER_INPUT';
  return fields.length > 0 ? { code, message: sentenceFor(code), fields, retryAfter: null, extensions: {} } : null;
}

/** Both writings in one: all tags and contacts, and of dates mine unless I left it empty. */
export function joinedFacts(theirs: FactsWriting, mine: FactsWriting): FactsWriting {
  const both = <Item>(one: readonly Item[], other: readonly Item[]) => [...new Set([...one, ...other])];
  const date = <Parts extends object>(one: Parts, other: Parts) => (isEmpty(one) ? other : one);
  return {
    lessons: both(theirs.lessons, mine.lessons),
    enablers: both(theirs.enablers, mine.enablers),
    contacts: both(theirs.contacts, mine.contacts),
    startedOn: date(mine.startedOn, theirs.startedOn),
    stoppedOn: date(mine.stoppedOn, theirs.stoppedOn),
    reviewOn: date(mine.reviewOn, theirs.reviewOn),
  };
}

/** What is compared, with the names of those who can be asked. */
export function factsTexts(
  members: readonly { readonly id: string; readonly displayName: string }[],
): ComparedText<FactsWriting>[] {
  const lines = (words: readonly string[]) => words.join('\n');
  const date = (parts: object) => Object.values(parts).filter(Boolean).join(' ');
  return [
    {
      heading: 'Lessons',
      words: (value) =>
        lines(lessons.lessons.filter(({ number }) => value.lessons.includes(number)).map(({ title }) => title)),
    },
    {
      heading: 'Support it needed',
      words: (value) =>
        lines(enablers.enablers.filter(({ number }) => value.enablers.includes(number)).map(({ name }) => name)),
    },
    {
      heading: 'Whom others can ask',
      words: (value) =>
        lines(members.filter(({ id }) => value.contacts.includes(id)).map(({ displayName }) => displayName)),
    },
    { heading: 'Started', words: ({ startedOn }) => date(startedOn) },
    { heading: 'Stopped', words: ({ stoppedOn }) => date(stoppedOn) },
    { heading: 'Next review', words: ({ reviewOn }) => date(reviewOn) },
  ];
}

/** A day as the hub keeps it, 2018-03-31; null for empty boxes, undefined where they are no day. */
function dayOf(parts: DayParts): string | null | undefined {
  const moment = momentOf(parts);
  return moment && moment.slice(0, 10);
}

function isEmpty(parts: object): boolean {
  return Object.values(parts).every((text) => text === '');
}
