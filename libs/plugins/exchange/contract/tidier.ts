/** A description by the items of TIDieR, as headings with what stands under them: for every form that it is given in. Pure. */
import type { Component, Description } from '@hub/plugins/interventions/contract';

/** An intervention as whoever asks sees it. */
export interface TidierSource {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';
  readonly site: { readonly name: string };
  readonly modelTypes: readonly { readonly code: string; readonly name: string }[];
  readonly contacts: readonly { readonly displayName: string }[];
  readonly withdrawal: { readonly reason: string } | null;
  /** For what came of an adaptation: what was adapted, and what else it draws on, as far as whoever asks may see it. */
  readonly adaptedFrom: {
    readonly sourceIntervention: TidierOrigin;
    readonly furtherSources: readonly { readonly intervention: TidierOrigin }[];
  } | null;
}

interface TidierOrigin {
  readonly title: string;
  readonly site: { readonly name: string };
  readonly withdrawal: { readonly at: string; readonly reason: string } | null;
}

/** The version that is described. */
export interface TidierVersion {
  readonly number: number;
  readonly publishedAt: string;
  readonly sections: readonly { readonly heading: string; readonly body: string }[];
  readonly components: readonly Omit<Component, 'key'>[];
  readonly description: Description;
}

export interface TidierItem {
  readonly name: string | null;
  readonly words: string;
}

/** `text` is Markdown as people wrote it; the words of items are plain. */
export type TidierPart =
  | { readonly heading: string; readonly text: string }
  | { readonly heading: string; readonly items: readonly TidierItem[] };

export interface TidierDescription {
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Those under which something stands. */
  readonly parts: readonly TidierPart[];
}

/** What is written, in TIDieR's order, between why it is needed and whom to ask. */
export function tidierOf(from: TidierSource, version: TidierVersion | null): TidierDescription {
  const { id, title, summary, site, modelTypes, status, contacts, withdrawal, adaptedFrom } = from;
  const about = version?.description;
  return {
    ...{ title, summary },
    facts: [
      { name: 'Site', value: site.name },
      { name: 'Care models', value: modelTypes.map(({ name, code }) => `${name} (${code})`).join(', ') },
      ...(version ? [{ name: 'Version', value: `${version.number}, ${dayOf(version.publishedAt)}` }] : []),
      ...(status === 'WITHDRAWN' ? [{ name: 'State', value: 'Withdrawn' }] : []),
      { name: 'Reference', value: id },
    ],
    parts: [
      ...text('Why it was withdrawn', withdrawal?.reason),
      ...list('What it came from', originsOf(adaptedFrom).map(originItem)),
      ...text('The problem', about?.problem),
      ...text('The people it is for', about?.population),
      ...list('Groups', named(about?.segments.map(({ name }) => name))),
      ...(version?.sections ?? []).flatMap(({ heading, body }) => text(heading, body)),
      ...list('What it is made of', (version?.components ?? []).map(componentItem)),
      ...list('What it takes', (about?.needs ?? []).map(needItem)),
      ...list('What could go wrong', (about?.risks ?? []).map(riskItem)),
      ...list('What was measured', named(about?.outcomesMeasured)),
      ...list('Whom to ask', named(contacts.map(({ displayName }) => displayName))),
    ],
  };
}

function originsOf(from: TidierSource['adaptedFrom']): readonly TidierOrigin[] {
  return from ? [from.sourceIntervention, ...from.furtherSources.map(({ intervention }) => intervention)] : [];
}

function originItem({ title, site, withdrawal }: TidierOrigin): TidierItem {
  const withdrawn = withdrawal && `Withdrawn on ${dayOf(withdrawal.at)}: ${withdrawal.reason}`;
  return { name: title, words: sentences([site.name, withdrawn]) };
}

function componentItem({ name, core, description, reason }: TidierVersion['components'][number]): TidierItem {
  return { name, words: sentences([core ? 'core' : 'can be adapted', description, reason]) };
}

function needItem({ kind, text: words, figures }: Description['needs'][number]): TidierItem {
  const counted = figures.map(({ label, value, unit }) => `${label}: ${value}${unit ? ` ${unit}` : ''}`);
  return {
    name: `${kind.charAt(0)}${kind.slice(1).toLowerCase()}`,
    words: sentences([words, counted.join('; ')]),
  };
}

function riskItem({ risk, response }: Description['risks'][number]): TidierItem {
  return { name: null, words: sentences([risk, response && `What was done: ${response}`]) };
}

/** One after the other, each with its full stop. */
function sentences(texts: readonly (string | null)[]): string {
  return texts
    .flatMap((words) => words?.trim() || [])
    .map((words) => (/[.!?]$/.test(words) ? words : `${words}.`))
    .join(' ');
}

const dayOf = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' },
  });

function named(lines: readonly string[] = []): TidierItem[] {
  return lines.map((words) => ({ name: null, words }));
}

function text(heading: string, body: string | null | undefined): TidierPart[] {
  return body?.trim() ? [{ heading, text: body.trim() }] : [];
}

function list(heading: string, items: readonly TidierItem[]): TidierPart[] {
  return items.length > 0 ? [{ heading, items }] : [];
}
