import { jest } from '@jest/globals';
import { Turns } from './in-turn';

const unanswered = new TypeError('Failed to fetch');

describe('Asking because of live news', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks at once, and once more for all that was told meanwhile', async () => {
    const { take } = new Turns();
    const asked: number[] = [];
    for (const news of [1, 2, 3]) take(() => Promise.resolve(asked.push(news)));
    expect(asked).toEqual([1]);

    await jest.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([1, 3]);

    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([1, 3]);
  });

  it('asks again until there is an answer', async () => {
    const ask = jest.fn<() => Promise<unknown>>().mockRejectedValueOnce(unanswered).mockResolvedValue('It is so');
    new Turns().take(ask);

    await jest.advanceTimersByTimeAsync(5000);
    expect(ask).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('takes a refusal for an answer, and asks no more once the page is left', async () => {
    const refused = jest.fn<() => Promise<unknown>>().mockRejectedValue(new Error('What a surprise'));
    new Turns().take(refused);
    const lost = jest.fn<() => Promise<unknown>>().mockRejectedValue(unanswered);
    const turns = new Turns();
    turns.take(lost);
    turns.end();

    await jest.advanceTimersByTimeAsync(60_000);
    expect([refused.mock.calls.length, lost.mock.calls.length]).toEqual([1, 1]);
  });
});
