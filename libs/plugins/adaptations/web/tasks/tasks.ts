/** What is left to do for an adaptation, and how far each task is. Worked out from the record alone. Pure. */
import type { AdaptationStage, DifferenceKind, SuitabilityKind } from '@hub/graphql';
import { sectionTask } from '@hub/plugins/adaptations/contract';
import { inShort, type TaskStatus } from '@hub/ui';
import { changesOfSection, sectionsNamed } from '../changes/changes-by-section';
import { isFullyCoded } from '../changes/questions';
import { findingKindOrder, findingTask, sectionWords } from '../words';

const longestName = 90;

/** What the tasks read of a record. */
export interface TaskFacts {
  readonly stage: AdaptationStage;
  readonly ending: object | null;
  readonly sourceIntervention: { readonly modelTypes: readonly { readonly code: string }[] };
  readonly suitability: readonly { readonly kind: SuitabilityKind; readonly supports: boolean | null }[];
  readonly modifications: readonly {
    readonly id: string;
    readonly what: string;
    readonly codes: readonly string[];
    readonly sectionKeys: readonly string[];
  }[];
  readonly differences: readonly { readonly key: string; readonly change: DifferenceKind }[];
  readonly result: { readonly currentVersion: object | null } | null;
  /** What was said about tasks: who does them, and where nobody is sure yet. */
  readonly tasks: readonly {
    readonly key: string;
    readonly notSure: boolean;
    readonly owner: { readonly displayName: string } | null;
  }[];
}

export type TaskTarget =
  | { readonly page: 'finding'; readonly kind: SuitabilityKind; readonly isFirst: boolean }
  | { readonly page: 'stage'; readonly to?: AdaptationStage }
  | { readonly page: 'change'; readonly id: string }
  | { readonly page: 'section'; readonly key: string }
  | { readonly page: 'ending' }
  | { readonly page: 'publish' };

export interface RecordTask {
  /** What stays, whatever the words are. */
  readonly key: string;
  readonly name: string;
  /** Who does it. */
  readonly owner?: string;
  readonly hint?: string;
  readonly status: TaskStatus;
  readonly target: TaskTarget;
}

const decidedStages: readonly AdaptationStage[] = ['ADAPTING', 'TESTING', 'RUNNING', 'STOPPED', 'DECLINED'];
const untestedStages: readonly AdaptationStage[] = ['CONSIDERING', 'ASSESSING', 'ADAPTING'];
const triedStages: readonly AdaptationStage[] = ['RUNNING', 'STOPPED'];

/** Whether the site has decided what to do with it. */
export const isDecided = (stage: AdaptationStage): boolean => decidedStages.includes(stage);

/** "Is it right for us?": one task for each way of finding out, then the decision. */
export function suitabilityTasks(record: TaskFacts): RecordTask[] {
  const careModels = record.sourceIntervention.modelTypes.map(({ code }) => code);
  const kinds = findingKindOrder.filter((kind) => kind !== 'OTHER' || entriesOf(record, kind).length > 0);
  return [
    ...kinds.map((kind): RecordTask => {
      const entries = entriesOf(record, kind);
      return {
        key: kind,
        name: findingTask(kind, careModels),
        status: findingStatus(entries, record.stage),
        target: { page: 'finding', kind, isFirst: entries.length === 0 },
      };
    }),
    {
      key: 'DECIDE',
      name: 'Decide',
      status: isDecided(record.stage) ? 'completed' : 'not-started',
      target: { page: 'stage' },
    },
  ];
}

/** The recorded changes: each is complete once its details are there. */
export function changeTasks({ modifications }: TaskFacts): RecordTask[] {
  return modifications.map((change) => ({
    key: change.id,
    name: inShort(change.what, longestName),
    status: isFullyCoded(change) ? 'completed' : 'details-to-add',
    target: { page: 'change', id: change.id },
  }));
}

/**
 * The sections of the site's own text that changed, or that a change names. A changed text is complete when a change gives the
 * reason; a named section whose text is still the source's has not been started.
 */
export function sectionTasks({ differences, modifications }: TaskFacts): RecordTask[] {
  const named = sectionsNamed(modifications);
  return differences
    .filter(({ key, change }) => change !== 'SAME' || named.includes(key))
    .map(({ key, change }) => {
      const isExplained = changesOfSection(key, modifications).length > 0;
      const name = sectionWords(key);
      return { key: sectionTask(key), name, ...sectionStatus(change, isExplained), target: { page: 'section', key } };
    });
}

/** How many sections of the site's own text are still the source's words. */
export function keptSections(record: TaskFacts): number {
  return record.differences.length - sectionTasks(record).length;
}

/** "Try it": they wait for the decision. */
export function tryTasks({ stage }: TaskFacts): RecordTask[] {
  const canTry = isDecided(stage) && stage !== 'DECLINED';
  const tested: TaskStatus = triedStages.includes(stage) ? 'completed' : 'not-started';
  return [
    {
      key: 'TEST',
      name: 'Test it here',
      ...(untestedStages.includes(stage) ? { hint: 'From then on the network can read this record' } : {}),
      status: statusOf(canTry, stage === 'TESTING' ? 'in-progress' : tested),
      target: { page: 'stage', to: 'TESTING' },
    },
    {
      key: 'OUTCOME',
      name: 'Say how it went: running or stopped',
      status: statusOf(stage === 'TESTING' || triedStages.includes(stage), tested),
      target: { page: 'stage', ...(stage === 'TESTING' ? { to: 'RUNNING' as const } : {}) },
    },
  ];
}

/** "Share it": publishing waits for a text of the site's own. */
export function shareTasks({ stage, result }: TaskFacts): RecordTask[] {
  const canPublish = result !== null && stage !== 'DECLINED';
  const status: TaskStatus = result?.currentVersion ? 'completed' : 'not-started';
  return [
    { key: 'PUBLISH', name: 'Check and publish', status: statusOf(canPublish, status), target: { page: 'publish' } },
  ];
}

/** What is to be said after the ending: the reason, and what came of it. Only while that is missing. */
export function endingTasks({ stage, ending }: TaskFacts): RecordTask[] {
  if ((stage !== 'STOPPED' && stage !== 'DECLINED') || ending) return [];
  return [{ key: 'OUTCOME', name: 'Say why it ended', status: 'details-to-add', target: { page: 'ending' } }];
}

/** The groups in the order of the page, each task with what was said about it. */
export function taskGroups(record: TaskFacts) {
  const said = (tasks: RecordTask[]) => tasks.map((task) => withPlan(task, record.tasks));
  return {
    suitability: said(suitabilityTasks(record)),
    changes: said(changeTasks(record)),
    sections: said(sectionTasks(record)),
    trying: said([...tryTasks(record), ...endingTasks(record)]),
    sharing: said(shareTasks(record)),
  };
}

/** All of them, in the order of the page. */
export function allTasks(record: TaskFacts): RecordTask[] {
  return Object.values(taskGroups(record)).flat();
}

/** "Not sure yet" is an answer to any task that is not done: it keeps its link, and waits for nobody. */
function withPlan(task: RecordTask, plans: TaskFacts['tasks']): RecordTask {
  const plan = plans.find(({ key }) => key === task.key);
  const isOpen = task.status === 'not-started' || task.status === 'in-progress' || task.status === 'details-to-add';
  return {
    ...task,
    ...(plan?.owner ? { owner: plan.owner.displayName } : {}),
    ...(plan?.notSure && isOpen ? { status: 'not-sure' as const } : {}),
  };
}

/** "3 of 9 tasks completed". */
export function progressWords(tasks: readonly RecordTask[]): string {
  const done = tasks.filter(({ status }) => status === 'completed').length;
  return `${done} of ${tasks.length} tasks completed`;
}

/** Where a task is done, below the record's own address. */
export function addressOfTarget(target: TaskTarget): string {
  switch (target.page) {
    case 'finding':
      return target.isFirst ? `/suitability/new?kind=${target.kind}` : `/suitability?kind=${target.kind}`;
    case 'stage':
      return target.to ? `/stage?to=${target.to}` : '/stage';
    case 'change':
      return `/changes/${target.id.slice(target.id.indexOf(':') + 1)}`;
    case 'section':
      return `/sections/${target.key}`;
    case 'ending':
      return '/ending';
    case 'publish':
      return '/publish';
  }
}

function entriesOf({ suitability }: TaskFacts, kind: SuitabilityKind) {
  return suitability.filter((entry) => entry.kind === kind);
}

/** Not sure yet is an answer while the site makes up its mind; once it has decided, what was found out stands. */
function findingStatus(entries: readonly { readonly supports: boolean | null }[], stage: AdaptationStage): TaskStatus {
  if (entries.length === 0) return 'not-started';
  return isDecided(stage) || entries.some(({ supports }) => supports !== null) ? 'completed' : 'in-progress';
}

function sectionStatus(change: DifferenceKind, isExplained: boolean): Pick<RecordTask, 'status' | 'hint'> {
  if (change === 'SAME') return { status: 'not-started', hint: 'A change names it, the text is still the source’s' };
  if (!isExplained) return { status: 'details-to-add', hint: 'The text changed. No change says why yet' };
  return { status: 'completed' };
}

function statusOf(canStart: boolean, status: TaskStatus): TaskStatus {
  return canStart ? status : 'cannot-start';
}
