import { inGroups } from './in-groups';

it('a key is shown in groups of four, however it came', () => {
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(inGroups('ABCD EFGH')).toBe('ABCD EFGH');
});
