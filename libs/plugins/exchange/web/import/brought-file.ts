/** A file that somebody brings, as the page reads it: enough to show what it is. Whether it may be taken in the hub says. */
import { textLimits } from '@hub/graphql';

export interface BroughtFile {
  readonly name: string;
  /** As it is sent: without the blanks between its parts where it is JSON, else as it came, so that lines can be counted. */
  readonly text: string;
  readonly titles: readonly string[];
  /** The name of the first intervention that others than its site may see; null where there is none. */
  readonly shown: string | null;
}

/** As much as one request may hold, with what else is in it. */
const mostBytes = 250_000;

/** Throws where the browser cannot read it. */
export async function broughtFile(file: File): Promise<BroughtFile> {
  const text = await file.text();
  const value = parsed(text);
  const interventions = listIn(value, 'interventions');
  return {
    name: file.name,
    text: value === undefined ? text : JSON.stringify(value),
    titles: interventions.flatMap(({ title }) => (typeof title === 'string' ? title : [])),
    shown: interventions.flatMap(nameOfShown)[0] ?? null,
  };
}

/** Whether a request can hold it. */
export function isTooLarge({ text }: BroughtFile): boolean {
  return text.length > textLimits['ImportFamilyInput.family'] || new Blob([JSON.stringify(text)]).size > mostBytes;
}

type Part = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function listIn(value: unknown, name: string): Part[] {
  const list = isPart(value) ? value[name] : null;
  return Array.isArray(list) ? list.filter(isPart) : [];
}

function nameOfShown({ id, visibility }: Part): string[] {
  if (typeof id !== 'string' || visibility === 'SITE') return [];
  return id.split('/').slice(1);
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}
