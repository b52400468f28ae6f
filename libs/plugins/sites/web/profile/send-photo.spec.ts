import { jest } from '@jest/globals';
import { linesOf } from './profile-form';
import { sendPhoto } from './send-photo';

const picture = (type: string, size = 10) => new File([new Uint8Array(size)], 'me', { type });
const answering = (status: number) =>
  jest.fn<typeof fetch>(() => Promise.resolve({ ok: status < 300, status } as Response));

describe('Sending a photo', () => {
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });

  it.each([
    [422, /no picture that the hub can read/],
    [413, /5 MB or less/],
    [429, /Try again in an hour/],
    [401, /Sign in/],
    [503, /problem with the hub/],
  ])('%s ends in a sentence that says what to do', async (status, sentence) => {
    globalThis.fetch = answering(status);

    expect(await sendPhoto(picture('image/png'))).toMatch(sentence);
  });

  it('sends the picture as it is, and says nothing when it was taken', async () => {
    const fetched = answering(204);
    globalThis.fetch = fetched;
    const file = picture('image/webp');

    expect(await sendPhoto(file)).toBeNull();
    expect(fetched).toHaveBeenCalledWith('/members/photo', expect.objectContaining({ method: 'POST', body: file }));
  });

  it.each([
    ['another kind of file', picture('image/gif'), /PNG, JPEG or WebP/],
    ['a large one', picture('image/png', 5 * 1024 * 1024 + 1), /5 MB or less/],
  ])('does not send %s at all', async (_what, file, sentence) => {
    const fetched = answering(204);
    globalThis.fetch = fetched;

    expect(await sendPhoto(file)).toMatch(sentence);
    expect(fetched).not.toHaveBeenCalled();
  });
});

it('lists are written one a line, and empty lines say nothing', () => {
  expect(linesOf(' Falls \n\n Care homes\n')).toEqual(['Falls', 'Care homes']);
});
