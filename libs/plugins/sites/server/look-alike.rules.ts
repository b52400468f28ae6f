/** Whether two names can be mistaken for each other: by case, spaces, accents, or letters of other alphabets that look the same. */

/** Letters that are drawn like Latin ones, and digits that are drawn like letters. */
const drawnAs: Readonly<Record<string, string>> = {
  ...letters('абвгдеёзикмнорстухѕіјһԁԛԝ', 'a6brdee3nkmhopctyxsijhdqw'),
  ...letters('αβγεζηικμνορτυχω', 'abyeznikuvoptuxw'),
  ...letters('015|!ı', 'olslli'),
};

/** True for names that look the same, or nearly. */
export function looksLike(one: string, other: string): boolean {
  return drawing(one) === drawing(other);
}

/** What is left of a name when only its drawing counts. */
function drawing(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return [...plain]
    .map((letter) => drawnAs[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[il]/g, 'l');
}

function letters(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, at) => [letter, to[at] ?? letter]));
}
