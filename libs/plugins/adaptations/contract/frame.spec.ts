import { frameAxes, frameCode } from './frame';

describe('the FRAME vocabulary', () => {
  it('knows a code by its axis and value', () => {
    expect(frameCode('content_nature:substituted')).toMatchObject({
      axis: { id: 'content_nature', choose: 'many' },
      value: { label: 'One part swapped for another' },
    });
  });

  it('lends the final decision the values of those who took part', () => {
    const values = (id: string) => frameAxes.find((axis) => axis.id === id)?.values;

    expect(values('final_decision_by')).toEqual(values('decided_by'));
    expect(frameCode('final_decision_by:funder')).not.toBeNull();
  });

  it.each([
    'content_nature',
    'content_nature:',
    ':substituted',
    'content_nature:swapped',
    'Content_nature:substituted',
    '',
  ])('knows no code "%s"', (code) => {
    expect(frameCode(code)).toBeNull();
  });
});
