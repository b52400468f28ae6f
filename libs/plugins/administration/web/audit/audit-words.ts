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
