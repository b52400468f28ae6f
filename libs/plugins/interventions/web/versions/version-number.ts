/** Version numbers in addresses. */

/** The number, or null when the text is none that a version can have. */
export function versionNumber(text: string | null): number | null {
  return text !== null && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : null;
}
