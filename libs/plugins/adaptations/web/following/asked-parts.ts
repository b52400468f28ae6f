/** The sections and components that a source changed since the version that a site follows, each with what is proposed. Pure. */
import type { MergeChoiceInput, PartKind } from '@hub/graphql';
import { proposalFor, threeWays, type MergeChoice, type ThreeWay } from '@hub/plugins/adaptations/contract';
import { sectionItems, type Component } from '@hub/plugins/interventions/contract';
import { combined } from './combine.rules';

interface SectionText {
  readonly key: string;
  readonly body: string;
}

export interface Parted {
  readonly sections: readonly SectionText[];
  readonly components: readonly Component[];
}

export interface AskedPart {
  /** Also the name of its field: `choices.SECTION.who_provides`. */
  readonly id: string;
  readonly part: PartKind;
  readonly key: string;
  readonly heading: string;
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  readonly proposal: MergeChoice | null;
  /** A first combination of both, to finish by hand. */
  readonly together: string;
  /** The component as it would be taken, but for its description; null of a section. */
  readonly component: Component | null;
}

export interface Answer {
  readonly choice: MergeChoice | '';
  readonly text: string;
  readonly reason: string;
}

/** In the order of the page, components last. What the source left as it was is not asked about. */
export function askedParts(texts: Readonly<Record<'base' | 'theirs' | 'ours', Parted>>): AskedPart[] {
  const lists = <Part extends keyof Parted>(part: Part) => ({
    base: texts.base[part],
    theirs: texts.theirs[part],
    ours: texts.ours[part],
  });
  const sections = threeWays(lists('sections'));
  const known = sectionItems.flatMap(({ key, heading }) =>
    sections.filter((section) => section.key === key).map((section) => sectionPart(section, heading)),
  );
  return [...known, ...threeWays(lists('components')).map(componentPart)].filter(({ base, theirs }) => base !== theirs);
}

/** What is chosen before anybody has: the proposal. */
export function firstAnswer({ proposal, together }: AskedPart): Answer {
  return { choice: proposal ?? '', text: together, reason: '' };
}

/** The choices as they are sent. */
export function choicesOf(parts: readonly AskedPart[], answerTo: (part: AskedPart) => Answer): MergeChoiceInput[] {
  return parts.flatMap((part): MergeChoiceInput[] => {
    const { choice, text, reason } = answerTo(part);
    if (choice === '') return [];
    const by = { part: part.part, key: part.key, choice, reason: reason.trim() || null };
    if (choice !== 'COMBINE') return [by];
    if (!part.component) return [{ ...by, body: text }];
    const { name, core, reason: why } = part.component;
    return [{ ...by, component: { name, core, reason: why, description: text } }];
  });
}

function sectionPart({ key, base, theirs, ours }: ThreeWay<SectionText>, heading: string): AskedPart {
  const texts = { base: bodyOf(base), theirs: bodyOf(theirs), ours: bodyOf(ours) };
  return {
    ...{ id: `choices.SECTION.${key}`, part: 'SECTION', key, heading, ...texts },
    ...{ proposal: proposalFor({ key, ...texts }, same), together: combined(texts), component: null },
  };
}

function componentPart({ key, base, theirs, ours }: ThreeWay<Component>): AskedPart {
  const texts = { base: wordsOf(base), theirs: wordsOf(theirs), ours: wordsOf(ours) };
  const component = theirs ?? ours ?? base;
  const described = (one: Component | null) => one?.description ?? '';
  return {
    ...{ id: `choices.COMPONENT.${key}`, part: 'COMPONENT', key, heading: component?.name ?? key, ...texts },
    proposal: proposalFor({ key, ...texts }, same),
    together: combined({ base: described(base), theirs: described(theirs), ours: described(ours) }),
    component,
  };
}

const same = (one: string | null, other: string | null) => (one ?? '').trim() === (other ?? '').trim();

function bodyOf(section: SectionText | null): string {
  return section?.body.trim() ?? '';
}

/** A component in words, so that two of them can be compared as texts; nothing where there is none. */
export function wordsOf(component: Component | null): string {
  if (!component) return '';
  const { name, description, core, reason } = component;
  return [name, description, `${core ? 'Core' : 'Can be adapted'}${reason ? `: ${reason}` : ''}`]
    .filter((words) => words)
    .join('\n\n');
}
