/** Where a text stops being JSON. Engines say it for some errors alone, so it is looked for: the longest beginning that could go on. */

/** The number of the line, from 1, of a text that is no JSON. */
export function brokenLine(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return text.slice(0, good).split('\n').length;
}

/** Whether a beginning is JSON, or fails only because it ends. */
function couldGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Unexpected token')) return false;
    const at = /position (\d+)/.exec(message)?.[1];
    return at === undefined || Number(at) >= start.length;
  }
}
