/** What a site's own version is called until the site names it. Pure. */

/** The longest title that an intervention takes. */
const longestTitle = 150;

/** `One-stop breathlessness clinic at Northvale`, cut in the source's part where it would be too long. */
export function resultTitle(sourceTitle: string, siteName: string): string {
  const ending = ` at ${siteName}`;
  const room = longestTitle - ending.length;
  if (sourceTitle.length <= room) return sourceTitle + ending;
  return `${sourceTitle
    .slice(0, Math.max(0, room - 1))
    .toWellFormed()
    .trimEnd()}…${ending}`.slice(0, longestTitle);
}
