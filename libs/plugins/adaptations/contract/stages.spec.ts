import { adaptationStages, canMove, endedStages, maturityAt, movesFrom, needsReason, sharedStages } from './stages';

describe('the stages of an adaptation', () => {
  const moves = adaptationStages.flatMap((from) => adaptationStages.map((to) => ({ from, to })));

  it.each([
    ['CONSIDERING', 'ASSESSING ADAPTING TESTING RUNNING STOPPED DECLINED'],
    ['ASSESSING', 'CONSIDERING ADAPTING TESTING RUNNING STOPPED DECLINED'],
    ['ADAPTING', 'ASSESSING TESTING RUNNING STOPPED DECLINED'],
    ['TESTING', 'ADAPTING RUNNING STOPPED DECLINED'],
    ['RUNNING', 'ADAPTING TESTING STOPPED'],
    ['STOPPED', 'CONSIDERING ASSESSING ADAPTING TESTING RUNNING'],
    ['DECLINED', 'CONSIDERING ASSESSING ADAPTING'],
  ] as const)('lead on from %s to %s and nowhere else', (from, allowed) => {
    const reached = moves.filter((move) => move.from === from && canMove(from, move.to)).map(({ to }) => to);

    expect(reached).toEqual(allowed.split(' '));
  });

  it('never lead to the stage where it is', () => {
    expect(adaptationStages.filter((stage) => canMove(stage, stage))).toEqual([]);
  });

  it('have no dead end: what was stopped or declined can be taken up again', () => {
    expect(Object.values<readonly string[]>(movesFrom).filter((next) => next.length === 0)).toEqual([]);
  });

  it('ask for a reason for each move back and each reopening, and for no other', () => {
    const asked = moves
      .filter(({ from, to }) => canMove(from, to) && needsReason(from, to))
      .map(({ from, to }) => `${from} ${to}`);

    expect(asked).toEqual([
      'ASSESSING CONSIDERING',
      'ADAPTING ASSESSING',
      'TESTING ADAPTING',
      'RUNNING ADAPTING',
      'RUNNING TESTING',
      ...['CONSIDERING', 'ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING'].map((to) => `STOPPED ${to}`),
      ...['CONSIDERING', 'ASSESSING', 'ADAPTING'].map((to) => `DECLINED ${to}`),
    ]);
  });

  it('say how far the result is once it was tried, and nothing before', () => {
    expect(adaptationStages.map((stage) => maturityAt(stage))).toEqual([
      ...[null, null, null, 'TESTING', 'RUNNING'],
      ...['STOPPED', 'STOPPED'],
    ]);
  });

  it('are shared with the network once something was tried or settled', () => {
    expect(sharedStages).toEqual(['TESTING', 'RUNNING', 'STOPPED', 'DECLINED']);
    expect(endedStages.every((stage) => sharedStages.includes(stage))).toBe(true);
  });
});
