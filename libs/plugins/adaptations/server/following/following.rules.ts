/** What a site chose about a newer version of its source, applied to the draft of its result. Pure. */
import { BadUserInput, type FieldProblem } from '@hub/core/server';
import {
  mergedOrder,
  mergedParts,
  threeWays,
  undecided,
  type Chosen,
  type MergeChoice,
  type ThreeWay,
} from '@hub/plugins/adaptations/contract';
import {
  headingOf,
  isSectionKey,
  type Component,
  type PartKind,
  type SectionKey,
  type SectionText,
} from '@hub/plugins/interventions/contract';
import type { FollowedChoice } from './following.records';

export interface MergeChoiceInput {
  readonly part: PartKind;
  readonly key: string;
  readonly choice: MergeChoice;
  readonly body?: string | null;
  readonly component?: Partial<Component> | null;
  readonly reason?: string | null;
}

/** One text: its sections and its components. */
export interface PartedText {
  readonly sections: readonly SectionText[];
  readonly components: readonly Component[];
}

export interface ThreeTexts {
  readonly base: PartedText;
  readonly theirs: PartedText;
  readonly ours: PartedText;
}

export interface Merged extends PartedText {
  /** What is remembered: every part that the source had changed. Its heading is the source's own, never one of the site's draft. */
  readonly choices: readonly FollowedChoice[];
}

/** The merged text. Throws BAD_USER_INPUT naming each choice that cannot be taken and each part that needs one. */
export function mergedText(texts: ThreeTexts, inputs: readonly MergeChoiceInput[]): Merged {
  const sections = threeWays(sideBySide(texts, 'sections'));
  const components = threeWays(sideBySide(texts, 'components'));
  const problems = [
    ...inputs.flatMap((input, at) => problemsOf(input, at, inputs, { sections, components })),
    ...undecided(sections, chosenOf(inputs, 'SECTION'), sameSection).map((key) =>
      undecidedProblem('SECTION', key, headingIn(sections, key)),
    ),
    ...undecided(components, chosenOf(inputs, 'COMPONENT'), sameComponent).map((key) =>
      undecidedProblem('COMPONENT', key, nameIn(components, key)),
    ),
  ];
  if (problems.length > 0) throw new BadUserInput(problems);
  return {
    sections: mergedSections(sections, inputs),
    components: mergedComponents(components, inputs, texts),
    choices: [
      ...remembered('SECTION', sections, inputs, sameSection, headingIn),
      ...remembered('COMPONENT', components, inputs, sameComponent, nameIn),
    ],
  };
}

/** The sections to send to the draft: a blank one is taken out there. */
function mergedSections(parts: readonly ThreeWay<SectionText>[], inputs: readonly MergeChoiceInput[]): SectionText[] {
  const merged = mergedParts(parts, chosenOf(inputs, 'SECTION'), sameSection);
  return [...merged].flatMap(([key, section]) => (isSectionKey(key) ? [{ key, body: section?.body ?? '' }] : []));
}

function mergedComponents(
  parts: readonly ThreeWay<Component>[],
  inputs: readonly MergeChoiceInput[],
  { base, theirs, ours }: ThreeTexts,
): Component[] {
  const chosen = chosenOf(inputs, 'COMPONENT');
  const merged = mergedParts(parts, chosen, sameComponent);
  const kept = new Set([...merged].flatMap(([key, component]) => (component ? [key] : [])));
  const choices = new Set(parts.map(({ key }) => chosen.get(key)?.choice ?? null));
  const [everywhere = null] = choices.size === 1 ? choices : [];
  const orders = { base: keysOf(base.components), theirs: keysOf(theirs.components), ours: keysOf(ours.components) };
  const order = mergedOrder(kept, orders, everywhere);
  return order.flatMap((key) => merged.get(key) ?? []);
}

function chosenOf(inputs: readonly MergeChoiceInput[], part: 'SECTION'): Map<string, Chosen<SectionText>>;
function chosenOf(inputs: readonly MergeChoiceInput[], part: 'COMPONENT'): Map<string, Chosen<Component>>;
function chosenOf(inputs: readonly MergeChoiceInput[], part: PartKind): Map<string, Chosen<SectionText | Component>> {
  return new Map(
    inputs
      .filter((input) => input.part === part)
      .map((input) => [input.key, { choice: input.choice, combined: combinedOf(input) }]),
  );
}

function combinedOf({ part, key, body, component }: MergeChoiceInput): SectionText | Component | null {
  if (part === 'SECTION') return { key: key as SectionKey, body: body ?? '' };
  return componentOf(key, component);
}

/** A component as it was given; null without a name. */
export function componentOf(key: string, given: Partial<Component> | null | undefined): Component | null {
  if (!given?.name?.trim()) return null;
  const { name, description, core, reason } = given;
  return {
    ...{ key, name: name.trim(), core: core ?? false },
    ...{ description: description?.trim() || null, reason: reason?.trim() || null },
  };
}

function remembered<Value>(
  part: PartKind,
  parts: readonly ThreeWay<Value>[],
  inputs: readonly MergeChoiceInput[],
  same: (one: Value | null, other: Value | null) => boolean,
  heading: (parts: readonly ThreeWay<Value>[], key: string) => string,
): FollowedChoice[] {
  return parts.flatMap(({ key, base, theirs }): FollowedChoice[] => {
    const input = inputs.find((one) => one.part === part && one.key === key);
    if (same(base, theirs)) return [];
    const choice = input?.choice ?? 'TAKE';
    return [{ part, key, heading: heading(parts, key), choice, reason: input?.reason?.trim() || null }];
  });
}

interface Parts {
  readonly sections: readonly ThreeWay<SectionText>[];
  readonly components: readonly ThreeWay<Component>[];
}

function problemsOf(
  input: MergeChoiceInput,
  at: number,
  inputs: readonly MergeChoiceInput[],
  { sections, components }: Parts,
): FieldProblem[] {
  const { part, key, choice, body, component } = input;
  const path = `input.choices.${at}`;
  const isKnown = (part === 'SECTION' ? sections : components).some((one) => one.key === key);
  if (!isKnown) return [{ path: `${path}.key`, message: 'None of the texts has this part. Look at them again' }];
  if (inputs.findIndex((one) => one.part === part && one.key === key) < at)
    return [{ path: `${path}.key`, message: 'There are 2 choices for this part. Send one' }];
  if (choice !== 'COMBINE') return [];
  if (part === 'SECTION' && typeof body !== 'string')
    return [{ path: `${path}.body`, message: 'Write the text that combines both' }];
  if (part === 'COMPONENT' && !component?.name?.trim())
    return [{ path: `${path}.component`, message: 'Write the component that combines both' }];
  return [];
}

function undecidedProblem(part: PartKind, key: string, heading: string): FieldProblem {
  return {
    path: `choices.${part}.${key}`,
    message: `“${heading}” was changed at both places. Choose what to do with it`,
  };
}

function sameSection(one: SectionText | null, other: SectionText | null): boolean {
  return (one?.body ?? '').trim() === (other?.body ?? '').trim();
}

/** Whether two components say the same. */
export function sameComponent(one: Component | null, other: Component | null): boolean {
  if (!one || !other) return one === other;
  const facts = ({ name, description, core, reason }: Component) => [name, description ?? '', core, reason ?? ''];
  return JSON.stringify(facts(one)) === JSON.stringify(facts(other));
}

function sideBySide<Part extends keyof PartedText>({ base, theirs, ours }: ThreeTexts, part: Part) {
  return { base: base[part], theirs: theirs[part], ours: ours[part] };
}

function headingIn(_parts: readonly ThreeWay<SectionText>[], key: string): string {
  return isSectionKey(key) ? headingOf(key) : key;
}

function nameIn(parts: readonly ThreeWay<Component>[], key: string): string {
  const part = parts.find((one) => one.key === key);
  return (part?.theirs ?? part?.base)?.name ?? key;
}

function keysOf(components: readonly Component[]): string[] {
  return components.map(({ key }) => key);
}
