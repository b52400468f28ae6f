import { versionDifferences } from './version-differences';

const section = (key: string, body: string) => ({ key, heading: `Heading of ${key}`, body });
const component = (key: string, name: string) => ({ key, name, description: null, core: true, reason: 'Because' });
const described = (components: ReturnType<typeof component>[], problem: string | null) => ({
  components,
  description: { problem, population: null, segments: [], needs: [], risks: [], outcomesMeasured: [] },
});
const first = {
  ...described([component('a', 'The huddle'), component('b', 'The board')], null),
  title: 'Huddle',
  summary: 'A daily check',
  sections: [section('why', 'Falls'), section('how', 'In person')],
};
const second = {
  ...described([component('c', 'The chart'), component('a', 'The daily huddle')], 'Falls'),
  title: 'Huddle',
  summary: 'A check',
  sections: [section('how', 'In person'), section('where', 'At home')],
};

describe('comparing two versions', () => {
  it('says of title, summary and each section whether it changed, in the order of the page', () => {
    const changes = versionDifferences(first, second).map(({ key, change }) => [key, change]);

    expect(changes).toEqual([
      ['title', 'SAME'],
      ['summary', 'CHANGED'],
      ['problem', 'ADDED'],
      ['component-c', 'ADDED'],
      ['component-a', 'CHANGED'],
      ['component-b', 'REMOVED'],
      ['why', 'REMOVED'],
      ['how', 'SAME'],
      ['where', 'ADDED'],
    ]);
  });
});
