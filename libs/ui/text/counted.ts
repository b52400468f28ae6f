/** Numbers with their nouns. */

/** "1 site", "7 replies", "143 discussions". The plural is made by the rules of English unless it is given. */
export function counted(count: number, noun: string, plural = pluralOf(noun)): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

/** "replies", "sites": the regular plural. */
export function pluralOf(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
