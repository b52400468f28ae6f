/** What there is to say of each section: its text, that it is not described, or that it is not due yet. */
import type { Maturity } from '@hub/graphql';
import { isSectionKey, sectionItems } from '@hub/plugins/interventions/contract';

export interface ShownSection {
  readonly key: string;
  readonly heading: string;
  /** Empty unless it is written. */
  readonly body: string;
  readonly state: 'written' | 'not-described' | 'not-due';
}

interface Text {
  readonly key: string;
  readonly heading: string;
  readonly body: string;
}

/**
 * All sections in the order of the page, under the headings that people saw when they were written. What can only be said once
 * it has run is not due before. A key that is no longer among the sections comes last.
 */
export function shownSections(sections: readonly Text[], maturity: Maturity): ShownSection[] {
  const hasRun = maturity === 'RUNNING' || maturity === 'STOPPED';
  const known = sectionItems.map(({ key, heading, stage }): ShownSection => {
    const text = sections.find((section) => section.key === key);
    if (text && text.body.trim() !== '') return { ...text, state: 'written' };
    const state = stage === 'after' && !hasRun ? 'not-due' : 'not-described';
    return { key, heading: text?.heading ?? heading, body: '', state };
  });
  const others = sections.filter(({ key, body }) => !isSectionKey(key) && body.trim() !== '');
  return [...known, ...others.map((text): ShownSection => ({ ...text, state: 'written' }))];
}
