import { versionDifferences } from './version-differences';

const section = (key: string, body: string) => ({ key, heading: `Heading of ${key}`, body });
const first = {
  title: 'Huddle',
  summary: 'A daily check',
  sections: [section('why', 'Falls'), section('how', 'In person')],
};
const second = {
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
      ['why', 'REMOVED'],
      ['how', 'SAME'],
      ['where', 'ADDED'],
    ]);
  });
});
