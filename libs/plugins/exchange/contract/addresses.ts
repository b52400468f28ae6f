/** The addresses of exports: plain HTTP, so that a link is enough. */

/** Each form that a family, or a list, is exported in: the last part of its address, which is the file's name too. */
export const exportForms = ['tidier.md', 'changes.csv', 'family.json', 'catalog.yaml'] as const;
export type ExportForm = (typeof exportForms)[number];

export const exportsAddress = '/exports';
/** The published JSON Schema of `family.json`. */
export const familySchemaAddress = `${exportsAddress}/family.schema.json`;

/** One intervention and its family. */
export const exportOfFamily = (name: string, form: ExportForm): string =>
  `${exportsAddress}/interventions/${name}/${form}`;

/** More interventions than these are not exported at once. */
export const mostExported = 100;
