import { render, screen } from '@testing-library/react';
import { DiffText } from './diff-text';
import { diffTexts } from './word-diff';

const headings = { sourceHeading: 'At Harbour', localHeading: 'At Northfield' };
const source = 'A registered nurse leads the huddle every morning in the lounge';
const local = 'A senior carer leads the huddle every morning in the lounge';

describe('Comparing two texts', () => {
  it('marks what was removed in the source and what was added in the local text', async () => {
    const { container } = render(<DiffText source={source} local={local} {...headings} />);
    await screen.findAllByText(/added:/);

    expect(words(container, 'del')).toEqual(['registered nurse']);
    expect(words(container, 'ins')).toEqual(['senior carer']);
  });

  it('says "added" and "removed" in hidden words around each run', async () => {
    const { container } = render(<DiffText source={source} local={local} {...headings} />);
    await screen.findAllByText(/added:/);

    expect(container.querySelector('ins')?.textContent).toMatch(/^ added: senior.* end of added $/);
    expect(container.querySelector('del')?.textContent).toMatch(/^ removed: registered.* end of removed $/);
  });

  it('shows both texts without marks and says "Rewritten" when over 40% changed', async () => {
    const { container } = render(<DiffText source="one two three four" local="five six seven four" {...headings} />);
    await screen.findByText('Rewritten');

    expect(container.querySelector('ins, del')).toBeNull();
    expect(screen.getByText('five six seven four')).toBeTruthy();
  });

  it('marks what was added however long it is, when nothing was taken away', async () => {
    const more = `${source}. ${'Then the team meets the family. '.repeat(4)}`;
    const { container } = render(<DiffText source={source} local={more} {...headings} />);
    await screen.findAllByText(/added:/);

    expect(words(container, 'del')).toEqual([]);
    expect(words(container, 'ins').join('')).toContain('Then the team meets the family');
  });

  it('folds a long run of unchanged words, and keeps all of them', async () => {
    const long = 'the same words again and again '.repeat(60);
    const { container } = render(<DiffText source={`A nurse ${long}`} local={`A carer ${long}`} {...headings} />);
    await screen.findAllByText(/added:/);

    const folds = [...container.querySelectorAll('details.hub-fold')];
    expect(folds).toHaveLength(2);
    expect(folds[0]?.querySelector('summary')?.textContent).toMatch(/^\d+ unchanged words$/);
    expect(container.querySelectorAll('ins, del')).toHaveLength(2);
  });

  it('says that nothing is written on an empty side, without marking the other', async () => {
    const { container } = render(<DiffText source="" local="New words" {...headings} />);
    await screen.findByText('Nothing written');

    expect(container.querySelector('ins')).toBeNull();
  });

  it('keeps every word of both texts', () => {
    const { runs } = diffTexts(source, local);

    expect(textOf(runs, 'added')).toBe(source);
    expect(textOf(runs, 'removed')).toBe(local);
  });
});

function words(container: Element, tag: string): string[] {
  return [...container.querySelectorAll(tag)].map((element) => {
    const copy = element.cloneNode(true) as Element;
    copy.querySelectorAll('.nhsuk-u-visually-hidden').forEach((hidden) => hidden.remove());
    return copy.textContent ?? '';
  });
}

function textOf(runs: ReturnType<typeof diffTexts>['runs'], without: string): string {
  return runs
    .filter((run) => run.kind !== without)
    .map((run) => run.text)
    .join('');
}
