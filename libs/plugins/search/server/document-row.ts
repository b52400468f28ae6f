/** A document as it is kept: one body, and the lines at which the parts of its page begin. Pure. */
import type { SearchDocument } from '@hub/plugins/search/contract';

/** The row of `search.document`, by the names of its columns. */
export function rowOf(document: SearchDocument) {
  const parts = [{ place: null, text: document.body }, ...(document.parts ?? [])].filter(({ text }) => text !== '');
  const lines: number[] = [];
  let next = 1;
  for (const { text } of parts) {
    lines.push(next);
    next += text.split('\n').length + 1;
  }
  return {
    ref: document.ref,
    title: document.title,
    body: parts.map(({ text }) => text).join('\n\n'),
    place_lines: lines,
    place_names: parts.map(({ place }) => place ?? ''),
    stage: document.stage ?? null,
    lessons: document.lessons ?? [],
    enablers: document.enablers ?? [],
    tags: document.tags ?? [],
    happened_at: document.happenedAt ?? null,
    comes_last: document.comesLast ?? false,
  };
}
