import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { ConflictCompare } from './conflict-compare';

const texts = [
  { heading: 'Title', mine: 'Falls huddle', theirs: 'Falls huddle' },
  { heading: 'Why', mine: 'Mine', theirs: 'Theirs' },
];

describe('Two people changed the same thing', () => {
  it('shows only the texts that differ, and says so at the top', () => {
    render(<ConflictCompare texts={texts} onChoose={() => undefined} />);

    expect(document.activeElement?.textContent).toBe('Someone else changed this while you were writing');
    expect(screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(['Why']);
  });

  it('keeps mine, keeps theirs, or lets the two be combined', () => {
    const choose = jest.fn();
    render(<ConflictCompare texts={texts} onChoose={choose} />);

    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep theirs' }));
    fireEvent.click(screen.getByRole('button', { name: 'Combine them' }));

    expect(choose.mock.calls).toEqual([['mine'], ['theirs'], ['combined']]);
  });
});
