/** Where a list of several on one page continues: the cursor in the address, null at its start. */
export function cursorIn(search: string, list: string): string | null {
  return new URLSearchParams(search).get(`${list}after`);
}
