/** The rules of sections: how changes merge, and what must be there to publish. */
import type { FieldProblem } from '@hub/core/server';
import {
  headingOf,
  sectionItems,
  type Section,
  type SectionKey,
  type SectionText,
} from '@hub/plugins/interventions/contract';

/** The sections after a change: those not named stay, those left blank go, all in the order of the page. */
export function mergeSections(current: readonly SectionText[], changes: readonly SectionText[]): Section[] {
  const bodies = new Map([...current, ...changes].map(({ key, body }) => [key, body]));
  return sectionItems.flatMap(({ key }) => {
    const body = bodies.get(key) ?? '';
    return body.trim() === '' ? [] : [{ key, heading: headingOf(key), body }];
  });
}

/** One problem for each section that publishing requires and that has no text. */
export function missingSections(sections: readonly SectionText[]): FieldProblem[] {
  const written = new Set(sections.filter(({ body }) => body.trim() !== '').map(({ key }) => key));
  return sectionItems
    .filter(({ key, requiredToPublish }) => requiredToPublish && !written.has(key))
    .map(({ key }) => ({
      path: `sections.${key}`,
      message: `${wanted[key] ?? `Write “${headingOf(key)}”`} before you publish`,
    }));
}

const wanted: Partial<Record<SectionKey, string>> = {
  why: 'Say why it should work and what it is for',
  procedures: 'Say what is done, step by step,',
  who_provides: 'Say who does it',
  how: 'Say how it is delivered',
  where: 'Say where it happens',
  when_how_much: 'Say when, how often and for how long',
};
