/** What becomes of an error on the edge, and of whom it is told. */
import type { ArgumentsHost } from '@nestjs/common';
import { EdgeFilter } from './edge.filter';

/** What is sent and reported when a request fails while its asker still waits, or has gone. */
function failing(error: unknown, isAskerGone: boolean): { readonly sent: number[]; readonly reported: string[] } {
  const sent: number[] = [];
  const reported: string[] = [];
  const reply = {
    sent: false,
    raw: { destroyed: isAskerGone },
    code: (status: number) => ({ send: () => sent.push(status) }),
  };
  const host = {
    getType: () => 'http',
    switchToHttp: () => ({ getResponse: () => reply }),
  } as unknown as ArgumentsHost;
  new EdgeFilter((what) => void reported.push(what)).catch(error, host);
  return { sent, reported };
}

const cutOff = Object.assign(new Error('premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });

it('an answer that was on its way to somebody who left is no failure of the hub', () => {
  expect(failing(cutOff, true)).toEqual({ sent: [], reported: [] });
});

it.each([
  ['an answer that broke off while somebody waits', cutOff, false],
  ['what went wrong inside, whoever left', new TypeError('of ours'), true],
])('%s is one, and is reported', (_what, error, isAskerGone) => {
  expect(failing(error, isAskerGone)).toEqual({ sent: [500], reported: ['A request failed'] });
});
