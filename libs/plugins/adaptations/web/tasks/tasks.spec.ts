import { isTaskKey } from '@hub/plugins/adaptations/contract';
import {
  addressOfTarget,
  allTasks,
  changeTasks,
  keptSections,
  progressWords,
  sectionTasks,
  shareTasks,
  suitabilityTasks,
  tryTasks,
  type TaskFacts,
} from './tasks';

const begun: TaskFacts = {
  stage: 'CONSIDERING',
  sourceIntervention: { modelTypes: [{ code: 'MCP' }] },
  suitability: [],
  modifications: [],
  differences: [],
  result: null,
  ending: null,
  tasks: [],
};
const statuses = (tasks: readonly { name: string; status: string }[]) =>
  Object.fromEntries(tasks.map(({ name, status }) => [name, status]));
const coded = [
  'when:implementation',
  'planning:planned_reactive',
  'decided_by:funder',
  'what:implementation',
  'level:unit',
  'fidelity:unknown',
  'goal:cost',
];

describe('The tasks of an adaptation', () => {
  it('are there from the start; only trying and publishing wait for others', () => {
    expect(statuses(allTasks(begun))).toEqual({
      'Compare our context': 'not-started',
      'Look at our data': 'not-started',
      'Ask who would run it': 'not-started',
      'Hear from patients': 'not-started',
      Decide: 'not-started',
      'Test it here': 'cannot-start',
      'Say how it went: running or stopped': 'cannot-start',
      'Check and publish': 'cannot-start',
    });
    expect(progressWords(allTasks(begun))).toBe('0 of 8 tasks completed');
  });

  it('hear from residents where the care model is about care homes', () => {
    const homes = { ...begun, sourceIntervention: { modelTypes: [{ code: 'EHCH' }] } };

    expect(suitabilityTasks(homes).map(({ name }) => name)).toContain('Hear from residents');
  });

  it('take "not sure yet" as work in progress, until the site has decided', () => {
    const unsure = {
      ...begun,
      stage: 'ASSESSING' as const,
      suitability: [{ kind: 'DATA_AUDIT' as const, supports: null }],
    };

    expect(statuses(suitabilityTasks(unsure))).toMatchObject({
      'Look at our data': 'in-progress',
      Decide: 'not-started',
    });
    expect(statuses(suitabilityTasks({ ...unsure, stage: 'DECLINED' }))).toMatchObject({
      'Look at our data': 'completed',
      Decide: 'completed',
    });
  });

  it('take a clear no for as good an answer as a yes', () => {
    const no = { ...begun, suitability: [{ kind: 'PATIENT_VOICE' as const, supports: false }] };

    expect(statuses(suitabilityTasks(no))).toMatchObject({ 'Hear from patients': 'completed' });
  });

  it('show another finding only where there is one', () => {
    const other = { ...begun, suitability: [{ kind: 'OTHER' as const, supports: true }] };

    expect(suitabilityTasks(begun).map(({ name }) => name)).not.toContain('Anything else');
    expect(suitabilityTasks(other).map(({ name }) => name)).toContain('Anything else');
  });

  it('say "details to add" for a change until it is coded', () => {
    const modifications = [
      { id: 'modification:1', what: 'A senior carer leads it', codes: [], sectionKeys: ['who_provides'] },
      { id: 'modification:2', what: `A long story ${'and on '.repeat(40)}`, codes: coded, sectionKeys: [] },
    ];
    const [first, second] = changeTasks({ ...begun, modifications });

    expect(first).toMatchObject({ name: 'A senior carer leads it', status: 'details-to-add' });
    expect(second?.status).toBe('completed');
    expect(second?.name.length).toBeLessThanOrEqual(91);
  });

  it('want a reason for each section that changed, and text for each that a change names', () => {
    const record: TaskFacts = {
      ...begun,
      stage: 'ADAPTING',
      result: { currentVersion: null },
      modifications: [{ id: 'modification:1', what: 'x', codes: [], sectionKeys: ['who_provides', 'when_how_much'] }],
      differences: [
        { key: 'why', change: 'SAME' },
        { key: 'who_provides', change: 'CHANGED' },
        { key: 'where', change: 'REMOVED' },
        { key: 'when_how_much', change: 'SAME' },
      ],
    };

    expect(statuses(sectionTasks(record))).toEqual({
      'Who does it': 'completed',
      Where: 'details-to-add',
      'When and how often': 'not-started',
    });
    expect(keptSections(record)).toBe(1);
  });

  it('can try it once it is decided, and publish once there is a text', () => {
    expect(statuses(tryTasks({ ...begun, stage: 'ADAPTING' }))).toMatchObject({ 'Test it here': 'not-started' });
    expect(statuses(tryTasks({ ...begun, stage: 'TESTING' }))).toEqual({
      'Test it here': 'in-progress',
      'Say how it went: running or stopped': 'not-started',
    });
    expect(statuses(tryTasks({ ...begun, stage: 'STOPPED' }))).toEqual({
      'Test it here': 'completed',
      'Say how it went: running or stopped': 'completed',
    });
    expect(shareTasks({ ...begun, result: { currentVersion: null } })[0]?.status).toBe('not-started');
    expect(shareTasks({ ...begun, result: { currentVersion: {} } })[0]?.status).toBe('completed');
    expect(shareTasks({ ...begun, stage: 'DECLINED', result: { currentVersion: null } })[0]?.status).toBe(
      'cannot-start',
    );
  });

  it('take "not sure yet" for an answer, and name who does them', () => {
    const plans = [
      { key: 'DATA_AUDIT', notSure: true, owner: { displayName: 'Leonie Fernmoss' } },
      { key: 'PUBLISH', notSure: true, owner: null },
      { key: 'DECIDE', notSure: true, owner: null },
    ];
    const tasks = allTasks({ ...begun, tasks: plans });

    expect(tasks.find(({ key }) => key === 'DATA_AUDIT')).toMatchObject({
      status: 'not-sure',
      owner: 'Leonie Fernmoss',
    });
    expect(tasks.find(({ key }) => key === 'PUBLISH')?.status).toBe('cannot-start');
    const decided = allTasks({ ...begun, stage: 'ADAPTING', tasks: plans });
    expect(decided.find(({ key }) => key === 'DECIDE')?.status).toBe('completed');
  });

  it('ask for the reason of an ending until it was said', () => {
    const names = (record: TaskFacts) => allTasks(record).map(({ name }) => name);

    expect(names({ ...begun, stage: 'DECLINED' })).toContain('Say why it ended');
    expect(names({ ...begun, stage: 'DECLINED', ending: {} })).not.toContain('Say why it ended');
    expect(names({ ...begun, stage: 'RUNNING' })).not.toContain('Say why it ended');
  });

  it('have keys that the hub knows', () => {
    const modifications = [
      { id: 'modification:00000000-0000-4000-8000-000000000000', what: 'x', codes: [], sectionKeys: ['who_provides'] },
    ];
    const differences = [{ key: 'who_provides', change: 'CHANGED' as const }];

    for (const { key } of allTasks({ ...begun, stage: 'DECLINED', modifications, differences })) {
      expect([key, isTaskKey(key)]).toEqual([key, true]);
    }
    expect(isTaskKey('section:nothing')).toBe(false);
    expect(isTaskKey('NOTHING')).toBe(false);
  });

  it('lead to the page where each is done', () => {
    expect(addressOfTarget({ page: 'finding', kind: 'DATA_AUDIT', isFirst: true })).toBe(
      '/suitability/new?kind=DATA_AUDIT',
    );
    expect(addressOfTarget({ page: 'finding', kind: 'DATA_AUDIT', isFirst: false })).toBe(
      '/suitability?kind=DATA_AUDIT',
    );
    expect(addressOfTarget({ page: 'change', id: 'modification:abc' })).toBe('/changes/abc');
    expect(addressOfTarget({ page: 'stage', to: 'TESTING' })).toBe('/stage?to=TESTING');
  });
});
