import { endingInput, endingProblems, startingEnding } from './ending-writing';
import { offeredGrown } from './offered-grown';
import { asksDecision, moveInput, moveProblems, startingMove, type MoveFacts } from './stage-writing';

const facts: MoveFacts = {
  ...{ id: 'adaptation:northvale/falls', stage: 'ASSESSING', decision: null, revision: 4 },
  ...{ opens: true, viewerCanPublish: true },
};
const paths = (...args: Parameters<typeof moveProblems>) => moveProblems(...args).map(({ path }) => path);

describe('Writing about a move', () => {
  it('waits for a stage, for the reason of a move back, for the decision and for the reason of an ending', () => {
    expect(paths(facts, startingMove(null))).toEqual(['stage']);
    expect(paths(facts, startingMove('CONSIDERING'))).toEqual(['reason']);
    expect(paths(facts, startingMove('TESTING'))).toEqual(['decision']);
    expect(paths(facts, startingMove('DECLINED'))).toEqual(['ending.reason']);
    expect(paths(facts, { ...startingMove('DECLINED'), because: 'DEMAND' })).toEqual([]);
    expect(paths(facts, startingMove('ADAPTING'))).toEqual([]);
  });

  it('asks once what was decided', () => {
    expect(asksDecision({ decision: 'ADAPTED' }, 'TESTING')).toBe(false);
    expect(asksDecision({ decision: null }, 'RUNNING')).toBe(true);
    expect(asksDecision({ decision: null }, 'ADAPTING')).toBe(false);
  });

  it('sends only what is asked for that move', () => {
    const typed = { ...startingMove('TESTING'), because: 'MONEY' as const, reason: 'x', decision: 'ADOPTED' as const };

    expect(moveInput(facts, { ...typed, to: 'TESTING', learned: ' Much ' })).toEqual({
      ...{ adaptation: facts.id, stage: 'TESTING', learned: 'Much', decision: 'ADOPTED', expectedRevision: 4 },
    });
    expect(moveInput(facts, { ...typed, to: 'STOPPED' })).toMatchObject({ ending: { reason: 'MONEY' } });
    expect(moveInput(facts, { ...typed, to: 'CONSIDERING' })).toMatchObject({ reason: 'x' });
  });

  it('keeps to the site what a member records who does not publish, and an ending that the site keeps', () => {
    const declined = { ...startingMove('DECLINED'), to: 'DECLINED' as const, because: 'STAFF' as const };

    expect(moveInput({ ...facts, viewerCanPublish: false }, declined).share).toBe(false);
    expect(moveInput(facts, { ...declined, keeps: 'yes' }).share).toBe(false);
    expect(moveInput(facts, declined).share).toBeUndefined();
    expect(moveInput({ ...facts, opens: false, viewerCanPublish: false }, declined).share).toBeUndefined();
  });
});

describe('Writing about an ending', () => {
  const ending = {
    ...{ reason: 'STAFF' as const, words: 'No night nurse', tried: null, cameOfIt: 'A rota' },
    grew: [{ thing: { id: 'intervention:northvale/rota', title: 'One rota' } }],
  };

  it('needs only the main reason', () => {
    expect(endingProblems(startingEnding(null))).toHaveLength(1);
    expect(endingInput(startingEnding(null))).toBeNull();
  });

  it('comes back as it was saved', () => {
    expect(endingInput(startingEnding(ending))).toEqual({ ...ending, grew: ['intervention:northvale/rota'] });
  });

  it('offers what was chosen first, and never the record itself', () => {
    const [chosen, other] = [
      { id: 'a', title: 'Chosen' },
      { id: 'b', title: 'Other' },
    ];

    expect(offeredGrown([chosen], [other, chosen, { id: 'me', title: 'Me' }], 'me')).toEqual([chosen, other]);
  });
});
