/** How entries of the audit log read. */
import { actionWords, factWords, inWords } from './audit-words';

it('writes actions and facts as people read them', () => {
  expect(actionWords('site.member-joined')).toBe('Site: member joined');
  expect(actionWords('break-glass.opened')).toBe('Break glass: opened');
  expect(factWords('openedAt')).toBe('Opened at');
  expect(factWords('reason')).toBe('Reason');
});

it('writes values as people read them, and leaves bare ids of rows out', () => {
  const fact = (name: string, value: string) => ({ name, value, title: null });
  const facts = [
    fact('role', 'FACILITATOR'),
    fact('facilitates', 'true'),
    fact('request', '23d2d1ba-6c59-4752-bb64-80719dff00c4'),
    fact('member', 'member:network/a'),
  ];

  expect(inWords({ facts }).facts.map(({ value }) => value)).toEqual(['facilitator', 'yes', 'member:network/a']);
});
