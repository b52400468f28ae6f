/** The addresses of exports: plain HTTP, so that a link is enough. And the pages of this plugin. */

/** Each form that a family, or a list, is exported in: the last part of its address, which is the file's name too. */
export const exportForms = ['tidier.md', 'changes.csv', 'family.json', 'catalog.yaml'] as const;
export type ExportForm = (typeof exportForms)[number];

export const exportsAddress = '/exports';
/** The published JSON Schema of `family.json`. */
export const familySchemaAddress = `${exportsAddress}/family.schema.json`;

/** One intervention and its family. */
export const exportOfFamily = (name: string, form: ExportForm): string =>
  `${exportsAddress}/interventions/${name}/${form}`;

/** What narrows a list of interventions, in its address and in that of its export. */
export const listFilters = ['model', 'maturity', 'site', 'text'] as const;

/** Those of a list and their families, narrowed as the list's own address says; its order and place in it are left out. */
export function exportOfList(search: string, form: ExportForm): string {
  const asked = new URLSearchParams(search);
  const kept = listFilters.flatMap((name) => asked.getAll(name).map((value) => [name, value]));
  const narrowed = new URLSearchParams(kept).toString();
  return `${exportsAddress}/list/${form}${narrowed && `?${narrowed}`}`;
}

/** More interventions than these are not exported at once. */
export const mostExported = 100;

/** A description by TIDieR, to read on paper. */
export const tidierPage = '/interventions/:name/tidier';
/** Where administrators take in a family of another hub. */
export const importPage = '/administration/import';
