import type { CasePartsFragment } from './cases.generated';
import { stepsOf } from './what-was-done';

const member = (displayName: string) => ({ __typename: 'Member' as const, id: displayName, displayName });
const nothing = {
  ...{
    openedBy: null,
    openedAt: null,
    nameOpenings: [],
    decision: null,
    decidedBy: null,
    decidedAt: null,
    appeal: null,
  },
} as unknown as CasePartsFragment;

it('nothing was done with a case that nobody has opened', () => {
  expect(stepsOf(nothing)).toEqual([]);
});

it('what was done is told in the order of its time, each step with who did it', () => {
  const kase = {
    ...{ ...nothing, openedBy: member('Sam'), openedAt: '2026-01-01T10:00:00Z' },
    ...{ decision: 'REMOVE', decidedBy: member('Sam'), decidedAt: '2026-01-01T12:00:00Z' },
    nameOpenings: [{ by: member('Jo'), openedAt: '2026-01-01T11:00:00Z', reason: 'A risk' }],
    appeal: {
      madeAt: '2026-01-02T10:00:00Z',
      upheld: false,
      decidedAt: '2026-01-03T10:00:00Z',
      decidedBy: member('Jo'),
    },
  } as unknown as CasePartsFragment;

  expect(stepsOf(kase).map(({ words }) => words)).toEqual([
    'Sam opened this case.',
    'Jo opened the name.',
    'Sam removed it.',
    'The author appealed.',
    'Jo answered that the decision stands.',
  ]);
});
