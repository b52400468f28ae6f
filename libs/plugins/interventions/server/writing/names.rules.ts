/** How a title becomes the name of an intervention in references and addresses. */
import slugify from '@sindresorhus/slugify';

const longestName = 80;
/** Parts of addresses that are pages of their own. */
const taken = ['new'];

/** The name that a title asks for; still to be made unique. */
export function nameFrom(title: string): string {
  const slug = slugify(title, { decamelize: false }).slice(0, longestName).replace(/-+$/, '');
  return /^[a-z0-9]/.test(slug) ? slug : 'intervention';
}

/** The wanted name, or the first of `name-2`, `name-3` and so on that nobody has. */
export function firstFree(wanted: string, others: Iterable<string>): string {
  const used = new Set([...taken, ...others]);
  if (!used.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const candidate = `${wanted}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
}
