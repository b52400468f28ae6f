/** What stands between a draft and its next version. The server checks the same again. */
import { isDescribedOtherwise, type Described } from './description-parts';
import { sectionItems, type SectionItem } from '@hub/plugins/interventions/contract';

interface Text {
  readonly key: string;
  readonly body: string;
}

/** A draft beside the version that others see now, as far as publishing is concerned. */
export interface Publishable {
  readonly title: string;
  readonly summary: string;
  readonly draft: readonly Text[] | null;
  readonly nextVersion: Described | null;
  readonly currentVersion:
    | (Described & {
        readonly number: number;
        readonly title: string;
        readonly summary: string;
        readonly sections: readonly Text[];
      })
    | null;
}

/** The sections that publishing requires and that have no text, in the order of the page. */
export function missingSections(sections: readonly Text[]): SectionItem[] {
  return sectionItems.filter((item) => item.requiredToPublish && bodyOf(sections, item.key) === '');
}

/** The names of the components that do not say why they are core, or why they can be adapted. */
export function unexplainedComponents({ components }: Pick<Described, 'components'>): string[] {
  return components.filter(({ reason }) => !reason?.trim()).map(({ name }) => name);
}

/** The text of one section; empty when it is blank or not there. */
export function bodyOf(sections: readonly Text[], key: string): string {
  const body = sections.find((section) => section.key === key)?.body ?? '';
  return body.trim() === '' ? '' : body;
}

/** The number of the version that publishing would make. */
export function nextNumber({ currentVersion }: Pick<Publishable, 'currentVersion'>): number {
  return (currentVersion?.number ?? 0) + 1;
}

/** Whether the draft says anything that the current version does not. Without a version it does; without a draft it cannot. */
export function isChangedSince({ title, summary, draft, nextVersion, currentVersion }: Publishable): boolean {
  if (!draft || !nextVersion) return false;
  if (!currentVersion) return true;
  if (title !== currentVersion.title || summary !== currentVersion.summary) return true;
  if (isDescribedOtherwise(nextVersion, currentVersion)) return true;
  return sectionItems.some(({ key }) => bodyOf(draft, key) !== bodyOf(currentVersion.sections, key));
}
