/** Text that people write: what is well formed, and how a title becomes part of an address. */

/** Says what is wrong with a text, or null when it can be stored. */
export function textProblem(text: string, max: number): string | null {
  if (text.includes('\u0000')) return 'Remove the NUL character';
  if (!text.isWellFormed()) return 'This text holds a broken character. Type it again';
  if (text.length > max) return `Use ${max} characters or fewer. There are ${text.length}`;
  return null;
}
