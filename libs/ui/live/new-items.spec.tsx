import { jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { NewItems } from './new-items';

const spoken = () => screen.getByRole('status').textContent;

describe('New items', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('waits behind a button that says how many there are', () => {
    const show = jest.fn();
    render(<NewItems count={3} noun="reply" onShow={show} />);

    fireEvent.click(screen.getByRole('button', { name: '3 new replies. Show them' }));

    expect(show).toHaveBeenCalledTimes(1);
  });

  it('speaks of one in the singular, and of none not at all', () => {
    const { rerender } = render(<NewItems count={1} noun="discussion" onShow={() => undefined} />);
    expect(screen.getByRole('button').textContent).toBe('1 new discussion. Show it');

    rerender(<NewItems count={0} noun="discussion" onShow={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(spoken()).toBe('');
  });

  it('speaks at most once in 10 seconds, and then of all that came', () => {
    const { rerender } = render(<NewItems count={1} noun="reply" onShow={() => undefined} />);
    expect(spoken()).toBe('1 new reply');

    for (const count of [2, 3, 4]) {
      rerender(<NewItems count={count} noun="reply" onShow={() => undefined} />);
      act(() => void jest.advanceTimersByTime(2000));
    }
    expect(spoken()).toBe('1 new reply');

    act(() => void jest.advanceTimersByTime(4000));
    expect(spoken()).toBe('4 new replies');
  });
});
