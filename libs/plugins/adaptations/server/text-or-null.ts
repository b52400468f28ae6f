/** A text that says something, or null. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() ? text : null;
}
