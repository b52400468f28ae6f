/** Entries of the audit log in words: the codes stay, written so that people can read them. */

/** `site.member-joined` as "Site: member joined". */
export function actionWords(action: string): string {
  const words = action.replaceAll('-', ' ').replace('.', ': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `openedAt` as "Opened at". */
export function factWords(name: string): string {
  const words = name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const yesOrNo: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

interface WithFacts {
  readonly facts: readonly { readonly name: string; readonly value: string; readonly title: string | null }[];
}

/** An entry for those who look after people, not after the hub: codes as words, and no bare numbers of rows. */
export function inWords<Entry extends WithFacts>(entry: Entry): Entry {
  const facts = entry.facts
    .filter(({ value }) => !uuid.test(value))
    .map((fact) => ({ ...fact, value: yesOrNo[fact.value] ?? codeInWords(fact.value) }));
  return { ...entry, facts };
}

/** `FACILITATOR` as "facilitator"; other texts as they are. */
function codeInWords(value: string): string {
  return /^[A-Z]+(_[A-Z]+)*$/.test(value) ? value.toLowerCase().replaceAll('_', ' ') : value;
}
