/** How titles become names in addresses. */
import { firstFree, nameFrom } from './names.rules';

describe('the name of an intervention', () => {
  it.each([
    ['One-stop breathlessness clinic', 'one-stop-breathlessness-clinic'],
    ['GPs in A&E', 'gps-in-a-and-e'],
    ['  Café für Ältere ', 'cafe-fuer-aeltere'],
    ['???', 'intervention'],
    ['会', 'intervention'],
  ])('is made from the title %p', (title, name) => {
    expect(nameFrom(title)).toBe(name);
  });

  it('is cut where an address would become too long, never in a hyphen', () => {
    const name = nameFrom('very '.repeat(40));

    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).not.toMatch(/-$/);
  });

  it('gets a number when somebody has it already', () => {
    expect(firstFree('huddle', [])).toBe('huddle');
    expect(firstFree('huddle', ['huddle'])).toBe('huddle-2');
    expect(firstFree('huddle', ['huddle', 'huddle-2', 'huddle-4'])).toBe('huddle-3');
  });

  it('never takes the address of the page for new ones', () => {
    expect(firstFree('new', [])).toBe('new-2');
  });
});
