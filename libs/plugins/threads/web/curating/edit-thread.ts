/** Changing a discussion as a form's value: what is on the hub, what is sent, and how two edits are told apart. Pure. */
import type { Problem } from '@hub/core/web';
import { joinedTexts } from '@hub/core/web';
import type { UpdateThreadInput } from '@hub/graphql';
import { postProblem } from '../posts/post-check';
import { enablerChoices, lessonChoices, tagsInput, type TagsWriting } from './tag-fields';

export interface ThreadWriting extends TagsWriting {
  readonly title: string;
  /** Codes of care models. */
  readonly models: readonly string[];
  readonly summary: string;
}

interface ThreadOnHub {
  readonly title: string;
  readonly modelTypes: readonly { readonly code: string }[];
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly tags: readonly string[];
  readonly summary?: { readonly body: string } | null;
}

export function threadWritingOf({ title, modelTypes, lessons, enablers, tags, summary }: ThreadOnHub): ThreadWriting {
  const models = modelTypes.map(({ code }) => code);
  return { title, models, lessons, enablers, tags: tags.join(', '), summary: summary?.body ?? '' };
}

/** What CONFLICT says is there now. */
export function threadNow(current: Readonly<Record<string, unknown>>): ThreadWriting {
  const listIn = (name: string) => (Array.isArray(current[name]) ? (current[name] as unknown[]) : []);
  return {
    title: String(current['title'] ?? ''),
    models: listIn('modelTypes').map(String),
    lessons: listIn('lessons').map(Number),
    enablers: listIn('enablers').map(Number),
    tags: listIn('tags').map(String).join(', '),
    summary: String(current['summary'] ?? ''),
  };
}

/** Only facilitators send where it belongs and what it comes to. */
export function threadInput(
  { title, models, summary, ...tags }: ThreadWriting,
  isCurator: boolean,
): Omit<UpdateThreadInput, 'thread' | 'expectedRevision'> {
  return { title, ...tagsInput(tags), ...(isCurator ? { modelTypes: [...models], summary } : {}) };
}

export function threadProblem({ title, models }: ThreadWriting): Problem | null {
  return postProblem({ title, models, body: title });
}

export const threadTexts = [
  { heading: 'Title', words: ({ title }: ThreadWriting) => title },
  { heading: 'Care models', words: ({ models }: ThreadWriting) => models.join(', ') },
  { heading: 'Summary', words: ({ summary }: ThreadWriting) => summary },
  { heading: 'Tags', words: ({ tags }: ThreadWriting) => tags },
  { heading: 'Lessons', words: ({ lessons }: ThreadWriting) => wordsOf(lessonChoices, lessons) },
  { heading: 'Support', words: ({ enablers }: ThreadWriting) => wordsOf(enablerChoices, enablers) },
] as const;

/** Both in one: my title, all tags and care models, both summaries. */
export function joinedThreads(theirs: ThreadWriting, mine: ThreadWriting): ThreadWriting {
  const both = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])];
  return {
    title: mine.title,
    models: both(theirs.models, mine.models),
    lessons: both(theirs.lessons, mine.lessons),
    enablers: both(theirs.enablers, mine.enablers),
    tags: both(theirs.tags.split(', '), mine.tags.split(', ')).filter(Boolean).join(', '),
    summary: joinedTexts(theirs.summary, mine.summary),
  };
}

function wordsOf(choices: typeof lessonChoices, numbers: readonly number[]): string {
  return choices
    .filter(({ value }) => numbers.includes(Number(value)))
    .map(({ label }) => label)
    .join('\n');
}
