import type { Component, Credit, NewCredit, SectionText } from '@hub/plugins/interventions/contract';
import { publishedCredits, takenBack, withCredits, type Parts } from './credits.rules';

const credit = (from: string, key: string, number: number): Credit => ({
  ...{ site: 'site:network/northvale', from: `adaptation:northvale/${from}`, part: 'SECTION', key, number },
  heading: 'Who does it',
});
const parts = (how: string, components: readonly Component[] = []): Parts => ({
  sections: [{ key: 'why', body: 'Falls' }, ...(how ? [{ key: 'how', body: how }] : [])] as SectionText[],
  components,
});
const component = (key: string, name = key): Component => ({ key, name, description: null, core: false, reason: null });
const taken = (before: Parts, after: Parts, number = 3) => ({ number, before, after });

describe('The credits of a draft', () => {
  const nothing = taken(parts(''), parts(''));

  it('stay, and new ones come with the number of the next version', () => {
    const before = [credit('a', 'how', 2)];
    const credits = withCredits(before, [credit('a', 'where', 0), credit('b', 'how', 0)], nothing);

    expect(publishedCredits(credits)).toEqual([credit('a', 'how', 2), credit('a', 'where', 3), credit('b', 'how', 3)]);
  });

  it('are one for each part and record: taken in again, it is the next version’s', () => {
    const credits = withCredits([credit('a', 'how', 2)], [credit('a', 'how', 0)], { ...nothing, number: 4 });

    expect(publishedCredits(credits)).toEqual([credit('a', 'how', 4)]);
  });

  it('keep nothing, once published, by which they could be taken back', () => {
    const credits = withCredits([], [credit('a', 'how', 0)], taken(parts('Old'), parts('New')));

    expect(takenBack(parts('New'), publishedCredits(credits), credit('a', 'how', 0), 4)).toBeNull();
    expect(JSON.stringify(publishedCredits(credits))).not.toContain('Old');
  });
});

describe('A change that was taken in', () => {
  const [a, b] = [credit('a', 'how', 0), credit('b', 'how', 0)];

  it('can be taken back: the text is as it was, and the credit gone', () => {
    const credits = withCredits([], [a], taken(parts('Old'), parts('New')));

    expect(takenBack(parts('New'), credits, a, 3)).toMatchObject({
      ...{ parts: parts('Old'), credits: [] },
      textPutBack: true,
    });
    expect(takenBack(parts('New'), credits, b, 3)).toBeNull();
  });

  it('takes a section out again that there was none of, and brings one back that it took out', () => {
    const added = withCredits([], [a], taken(parts(''), parts('New')));
    const removed = withCredits([], [a], taken(parts('Old'), parts('')));

    expect(takenBack(parts('New'), added, a, 3)?.parts.sections.map(({ key }) => key)).toEqual(['why']);
    expect(takenBack(parts(''), removed, a, 3)?.parts).toMatchObject(parts('Old'));
  });

  it('leaves the text alone where somebody wrote on it since', () => {
    const credits = withCredits([], [a], taken(parts('Old'), parts('New')));
    const written = parts('New, and more');

    expect(takenBack(written, credits, a, 3)).toEqual({ parts: written, credits: [], textPutBack: false });
  });

  it('gives back the credit of a published version in whose place it came', () => {
    const credits = withCredits([credit('a', 'how', 2)], [a], taken(parts('Old'), parts('New')));

    expect(takenBack(parts('New'), credits, a, 3)?.credits).toEqual([credit('a', 'how', 2)]);
  });

  it('is undone whole, also when it was taken in twice', () => {
    const once = withCredits([], [a], taken(parts('Old'), parts('New')));
    const twice = withCredits(once, [a], taken(parts('New'), parts('Newer')));

    expect(takenBack(parts('Newer'), twice, a, 3)?.parts).toMatchObject(parts('Old'));
  });

  it.each([
    ['the first before the second', [a, b]],
    ['the second before the first', [b, a]],
  ] as const)('leaves nothing of two sites’ words without their credits: %s', (_words, [first, second]) => {
    const one = withCredits([], [a], taken(parts('Old'), parts('A')));
    const two = withCredits(one, [b], taken(parts('A'), parts('A and B')));
    const left = takenBack(parts('A and B'), two, first, 3);
    const nothingLeft = left && takenBack(left.parts, left.credits, second, 3);

    expect(nothingLeft).toMatchObject({ parts: parts('Old'), credits: [], textPutBack: true });
  });

  it('puts a component back where it stood', () => {
    const change: NewCredit = { ...a, part: 'COMPONENT', key: 'b' };
    const before = parts(
      '',
      ['a', 'b', 'c'].map((key) => component(key)),
    );
    const without = parts(
      '',
      ['a', 'c'].map((key) => component(key)),
    );
    const renamed = parts('', [component('a'), component('b', 'Other'), component('c')]);

    expect(takenBack(without, withCredits([], [change], taken(before, without)), change, 3)?.parts).toEqual(before);
    expect(takenBack(renamed, withCredits([], [change], taken(before, renamed)), change, 3)?.parts).toEqual(before);
  });
});
