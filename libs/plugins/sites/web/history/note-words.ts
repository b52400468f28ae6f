/** Notes on the vanguards name publications by their short names in the data; readers get the names people use. */

const publications: Readonly<Record<string, string>> = {
  'hf-journal-article': 'the Health Foundation’s journal article of 2018',
  'hf-web-chapter': 'the Health Foundation’s web chapter',
  'hf-report': 'the Health Foundation’s report of 2017',
  'hf-blog': 'the Health Foundation’s blog',
};

/** The note with publications named in words. */
export function noteWords(note: string): string {
  const words = Object.entries(publications).reduce((text, [id, name]) => text.replaceAll(id, name), note);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
