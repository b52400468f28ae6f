/** How the demonstration network's interventions become drafts: one mapping for all who load them. */
import { careModelRef, entityRef, type EntityRef } from '@hub/core/contract';
import type { Component } from './components';
import type { Description, Figure, NeedKind } from './description';
import type { InterventionFacts, NewIntervention, SectionText } from './drafts';
import { maturities, type Maturity } from './kinds';
import { segmentsOf } from './segments';

/** The parts of an intervention in the demonstration's files that the hub keeps. */
export interface DemonstrationIntervention {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly problem: string;
  readonly population: string;
  readonly populationSegmentSlugs: readonly string[];
  readonly modelType: string;
  readonly siteSlug: string;
  readonly startedOn: string;
  readonly stoppedOn: string | null;
  readonly maturity: string;
  readonly tidier: Readonly<Record<'why' | 'what' | 'who' | 'how' | 'where' | 'whenAndHowMuch' | 'tailoring', string>>;
  readonly components: readonly Component[];
  readonly needs?: readonly { readonly kind: NeedKind; readonly text: string; readonly figures: readonly Figure[] }[];
  readonly risks?: readonly { readonly risk: string; readonly response: string }[];
  /** A day, or in how many days from when it is loaded it is due for review. */
  readonly reviewOn?: string;
  readonly reviewInDays?: number;
  readonly withdrawn?: { readonly on: string; readonly bySlug: string; readonly reason: string };
  readonly outcomesMeasured: readonly string[];
  readonly lessonNumbers: readonly number[];
  readonly enablerNumbers: readonly number[];
  readonly contactMemberSlugs: readonly string[];
}

/** The draft of a demonstration intervention, public once it is published. */
export function demonstrationDraft(
  from: DemonstrationIntervention,
): NewIntervention & { readonly facts: InterventionFacts } {
  return {
    site: entityRef('site', 'network', from.siteSlug),
    title: from.title,
    summary: from.summary,
    careModels: [careModelRef(from.modelType)],
    maturity: maturityOf(from.maturity),
    visibility: 'public',
    sections: demonstrationSections(from.tidier),
    components: from.components,
    description: descriptionOf(from),
    slug: from.slug,
    facts: factsOf(from),
  };
}

/** The file's seven fields as sections, by its own notes. */
export function demonstrationSections(tidier: DemonstrationIntervention['tidier']): SectionText[] {
  const sections: SectionText[] = [
    { key: 'why', body: tidier.why },
    { key: 'procedures', body: tidier.what },
    { key: 'who_provides', body: tidier.who },
    { key: 'how', body: tidier.how },
    { key: 'where', body: tidier.where },
    { key: 'when_how_much', body: tidier.whenAndHowMuch },
    { key: 'tailoring', body: tidier.tailoring },
  ];
  return sections.filter(({ body }) => body.trim() !== '');
}

/** Who wrote it: its first contact. */
export function demonstrationAuthor(from: DemonstrationIntervention): EntityRef {
  const [first] = contactsOf(from);
  if (!first) throw new Error(`"${from.slug}" has no contact.`);
  return first;
}

function factsOf(from: DemonstrationIntervention): InterventionFacts {
  const { startedOn, stoppedOn } = from;
  const tags = { lessons: from.lessonNumbers, enablers: from.enablerNumbers };
  return {
    startedOn,
    stoppedOn,
    ...tags,
    contacts: contactsOf(from),
    reviewOn: reviewOf(from),
    illustrative: true,
  };
}

function descriptionOf(from: DemonstrationIntervention): Description {
  const { problem, population, populationSegmentSlugs, needs = [], risks = [], outcomesMeasured } = from;
  return { problem, population, segments: segmentsOf(populationSegmentSlugs), needs, risks, outcomesMeasured };
}

function reviewOf({ reviewOn, reviewInDays }: DemonstrationIntervention): string | null {
  if (reviewInDays === undefined) return reviewOn ?? null;
  return new Date(Date.now() + reviewInDays * 24 * 60 * 60_000).toISOString().slice(0, 10);
}

function contactsOf(from: DemonstrationIntervention): EntityRef[] {
  return from.contactMemberSlugs.map((slug) => entityRef('member', 'network', slug));
}

function maturityOf(word: string): Maturity {
  const maturity = maturities.find((known) => known === word.toUpperCase());
  if (!maturity) throw new Error(`"${word}" is no maturity.`);
  return maturity;
}
