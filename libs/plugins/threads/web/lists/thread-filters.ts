/** The filters of the list of discussions: how they stand in the address, and what they ask for. */
import { careModelCodes } from '@hub/core/contract';
import type { ThreadFilter, ThreadKind } from '@hub/graphql';
import type { Filter } from '@hub/ui';
import { enablerChoices, lessonChoices } from '../curating/tag-fields';
import { kindWords } from '../words';

/** What other plugins know of what the reader follows: null where nobody does. */
export interface ThreadScopes {
  /** What they hear of. */
  readonly heard: ThreadFilter | null;
  /** What counts as new to them. */
  readonly unread: ThreadFilter | null;
}

/** With the free tags in use, and those that the address asks for besides. */
export function threadFilters(tags: readonly string[], search: string, { heard }: ThreadScopes): readonly Filter[] {
  const asked = new URLSearchParams(search).getAll('tag');
  const tagChoices = [...new Set([...tags, ...asked])].map((tag) => ({ value: tag, label: tag }));
  return [
    { name: 'model', label: 'Care model', choices: careModelCodes.map((code) => ({ value: code, label: code })) },
    {
      name: 'kind',
      label: 'Kind',
      choices: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'show',
      label: 'Show only',
      choices: [
        { value: 'unread', label: 'With something new for me' },
        { value: 'unanswered', label: 'Questions without an answer' },
        ...(heard ? [{ value: 'followed', label: 'What I follow' }] : []),
      ],
    },
    ...(tagChoices.length > 0 ? [{ name: 'tag', label: 'Tag', choices: tagChoices }] : []),
    { name: 'lesson', label: 'Lesson', choices: lessonChoices },
    { name: 'enabler', label: 'Support', choices: enablerChoices },
  ];
}

/** What was chosen, as the hub is asked. */
export function filterOf(
  chosen: Readonly<Record<string, readonly string[]>>,
  { heard, unread }: ThreadScopes,
): ThreadFilter {
  const { model = [], kind = [], show = [], tag = [], lesson = [], enabler = [] } = chosen;
  return {
    ...(model.length ? { modelTypes: [...model] } : {}),
    ...(kind.length ? { kinds: kind as ThreadKind[] } : {}),
    ...(show.includes('unread') ? { ...unread, unreadOnly: true } : {}),
    ...(show.includes('followed') ? heard : {}),
    ...(show.includes('unanswered') ? { kinds: ['QUESTION'], answered: false } : {}),
    ...(tag.length ? { tags: tag.slice(0, 10) } : {}),
    ...(lesson.length ? { lessons: lesson.map(Number) } : {}),
    ...(enabler.length ? { enablers: enabler.map(Number) } : {}),
  };
}
