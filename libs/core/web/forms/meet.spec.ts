import { meet } from './meet';

const base = { title: 'Huddle', summary: 'Daily', models: ['MCP'] };

describe('Two edits of the same thing', () => {
  it('both count where they changed different fields, and nobody is asked', () => {
    const mine = { ...base, title: 'Falls huddle' };
    const theirs = { ...base, models: ['MCP', 'EHCH'] };

    expect(meet({ base, mine, theirs })).toEqual({ value: { ...mine, models: theirs.models }, clashes: false });
  });

  it('clash where both changed the same field, and what only they changed is theirs all the same', () => {
    const mine = { ...base, title: 'Falls huddle' };
    const theirs = { ...base, title: 'Fall huddle', summary: 'Every day' };

    expect(meet({ base, mine, theirs })).toEqual({ value: { ...mine, summary: 'Every day' }, clashes: true });
  });

  it('do not clash where both changed it to the same', () => {
    const both = { ...base, summary: 'Every day' };

    expect(meet({ base, mine: both, theirs: both })).toEqual({ value: both, clashes: false });
  });
});
