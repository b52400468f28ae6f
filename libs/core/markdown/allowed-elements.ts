/** What of somebody's Markdown may stand in a page or mail: text, lists, tables and safe links. No pictures, which would be loaded from elsewhere. */
import { defaultSchema } from 'rehype-sanitize';

const leftOut = ['img', 'picture', 'source', 'input'];

/** For rehype-sanitize. */
export const allowedElements = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !leftOut.includes(tag)),
};
