/** How entries of the audit log read. */
import { actionWords, factWords } from './audit-words';

it('writes actions and facts as people read them', () => {
  expect(actionWords('site.member-joined')).toBe('Site: member joined');
  expect(actionWords('break-glass.opened')).toBe('Break glass: opened');
  expect(factWords('openedAt')).toBe('Opened at');
  expect(factWords('reason')).toBe('Reason');
});
