/** Long keys are easier to copy in groups of four. */
export function inGroups(key: string): string {
  return key.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
