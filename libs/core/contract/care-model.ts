/** The five new care models. The API calls them model types; a page says "care model". */
import { entityRef, nameOf, type EntityRef } from './entity-ref';

/** Where the page of a care model is. */
export const careModelPage = '/care-models/:name';

export const careModelCodes = ['MCP', 'PACS', 'EHCH', 'UEC', 'ACC'] as const;
export type CareModelCode = (typeof careModelCodes)[number];

/** The reference of the care model with this code, in any case. Unknown codes give a reference that nothing answers to. */
export function careModelRef(code: string): EntityRef {
  return entityRef('care-model', 'network', code.toLowerCase().replace(/[^a-z0-9-]/g, '-'));
}

/** The code of a care model's reference: MCP for `care-model:network/mcp`. */
export function careModelCode(ref: EntityRef): string {
  return nameOf(ref).toUpperCase();
}

/** Whether a text is one of the five codes. */
export function isCareModelCode(text: string): text is CareModelCode {
  return (careModelCodes as readonly string[]).includes(text);
}
