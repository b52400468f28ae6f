import { jest } from '@jest/globals';
import { isUnattended, onSignOfLife } from './signs-of-life';

const press = () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));

describe('A person who writes for a long time', () => {
  let tell: jest.Mock;
  let stop: () => void;
  beforeEach(() => {
    jest.useFakeTimers();
    tell = jest.fn();
    stop = onSignOfLife(tell as () => void);
    press();
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
  });

  it('keeps the session alive, asking the hub at most every 2 minutes', () => {
    for (let minute = 0; minute < 10; minute++) {
      jest.advanceTimersByTime(60_000);
      press();
    }

    expect(tell).toHaveBeenCalledTimes(5);
  });

  it('lets it end when nobody is there (S6)', () => {
    expect(isUnattended()).toBe(false);
    jest.advanceTimersByTime(3_600_000);

    expect(tell).not.toHaveBeenCalled();
    expect(isUnattended()).toBe(true);
  });
});
