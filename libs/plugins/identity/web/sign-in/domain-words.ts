/** The domains that may sign in by a code, in words. */

/**
 * "an address at harbour.org, or one that ends in nhs.uk or .gov.uk": with the dot where only what is below the domain may. Empty when
 * there are none.
 */
export function domainWords(domains: readonly string[]): string {
  const has = new Set(domains);
  const below = domains.filter((domain) => domain.startsWith('*.')).map((domain) => domain.slice(2));
  const ends = below.map((domain) => (has.has(domain) ? domain : `.${domain}`));
  const exact = domains.filter((domain) => !domain.startsWith('*.') && !below.includes(domain));
  const at = exact.length > 0 ? `at ${either(exact)}` : '';
  const ending = ends.length > 0 ? `that ends in ${either(ends)}` : '';
  if (at && ending) return `an address ${at}, or one ${ending}`;
  return at || ending ? `an address ${at || ending}` : '';
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
