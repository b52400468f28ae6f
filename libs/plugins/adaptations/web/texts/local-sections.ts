/** The sections of the site's own text beside the source's. Pure. */
import { sectionItems } from '@hub/plugins/interventions/contract';

interface SectionText {
  readonly key: string;
  readonly body: string;
}

export interface LocalSection {
  readonly key: string;
  readonly heading: string;
  readonly source: string;
  readonly local: string;
  readonly isChanged: boolean;
}

/** All sections, also those that neither text has: a site may add one. */
export function localSections(source: readonly SectionText[], local: readonly SectionText[]): LocalSection[] {
  return sectionItems.map(({ key, heading }) => {
    const texts = { source: bodyOf(source, key), local: bodyOf(local, key) };
    return { key, heading, ...texts, isChanged: texts.source.trim() !== texts.local.trim() };
  });
}

/** The text of a section, empty where there is none. */
export function bodyOf(sections: readonly SectionText[], key: string): string {
  return sections.find((section) => section.key === key)?.body ?? '';
}
