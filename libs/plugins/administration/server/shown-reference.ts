/** References end in the words of a title: of what the reader may not see they are shown without that end. */

/**
 * SQL of a text as it may be shown: as it is, but the reference of a hidden directory entity without its name, such as
 * `intervention:northvale/…`. `h` is an alias that nothing else has.
 */
export function shownReference(text: string, h: string, visible: (alias: string) => string): string {
  return (
    `CASE WHEN EXISTS (SELECT 1 FROM core.entity ${h} WHERE ${h}.ref = ${text} AND NOT ${visible(h)}) ` +
    `THEN split_part(${text}, '/', 1) || '/…' ELSE ${text} END`
  );
}
