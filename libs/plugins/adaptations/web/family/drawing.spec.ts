import { drawingOf, inLines, memberSize, neighbour } from './drawing';
import type { FamilyPlace } from './family';

const place = (name: string, children: FamilyPlace[] = [], more: Partial<FamilyPlace> = {}): FamilyPlace => ({
  ...{ reference: name, name, site: name, isThisPage: false, isWithdrawn: false, isAgain: false, children },
  adaptation: { id: name, stage: 'RUNNING', sections: [], drawsOnThis: false },
  ...more,
});
const shared = place('shared', [place('below')]);
const again = place('shared', [], {
  isAgain: true,
  adaptation: { id: 'shared', stage: 'RUNNING', sections: [], drawsOnThis: true },
});
const drawing = drawingOf([place('left', [shared]), place('right', [again])]);
const drawn = (name: string) => drawing.members.find((member) => member.place.reference === name);

describe('The drawing of a family', () => {
  it('holds everyone once, generation below generation, and nobody on top of another', () => {
    expect(drawing.members.map((member) => member.place.name).sort()).toEqual(['below', 'left', 'right', 'shared']);
    expect(drawn('left')?.y).toBe(drawn('right')?.y);
    expect(drawn('shared')?.y).toBeGreaterThanOrEqual((drawn('left')?.y ?? 0) + memberSize.height);
    expect(Math.abs((drawn('left')?.x ?? 0) - (drawn('right')?.x ?? 0))).toBeGreaterThanOrEqual(memberSize.width);
  });

  it('has a line from each source, the further ones marked', () => {
    expect(drawing.lines.map(({ id, drawsOn }) => [id, drawsOn]).sort()).toEqual([
      ['left shared', false],
      ['right shared', true],
      ['shared below', false],
    ]);
  });

  it('is walked with arrow keys, and one stays where there is nobody ahead', () => {
    const [left, right, common] = [drawn('left'), drawn('right'), drawn('shared')];
    if (!left || !right || !common) throw new Error('They are all drawn.');
    const [first, second] = left.x < right.x ? [left, right] : [right, left];

    expect(neighbour(drawing.members, first, 'ArrowRight')).toBe(second);
    expect(neighbour(drawing.members, first, 'ArrowDown')).toBe(common);
    expect(neighbour(drawing.members, common, 'ArrowUp').y).toBe(first.y);
    expect(neighbour(drawing.members, first, 'ArrowUp')).toBe(first);
  });
});

describe('A name in a drawing', () => {
  it('is broken between words, and cut where it is too long', () => {
    expect(inLines('One-stop breathlessness clinic', 24, 2)).toEqual(['One-stop breathlessness', 'clinic']);
    expect(inLines('One two three four five six', 8, 2)).toEqual(['One two', 'three…']);
    expect(inLines('Llanfairpwllgwyngyllgogerychwyrndrobwll', 10, 1)).toEqual(['Llanfairp…']);
  });
});
