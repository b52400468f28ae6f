/** The rules of descriptions and facts: how what people send becomes what is kept, and what cannot be taken. Pure. */
import { lessonsAndEnablersIn, unknownLessonsAndEnablers, type FieldProblem } from '@hub/core/server';
import {
  isSegment,
  segmentsOf,
  type Description,
  type InterventionFacts,
  type Need,
  type Risk,
} from '@hub/plugins/interventions/contract';
import type { DescriptionInput, FactFields, NeedInput, RiskInput } from '../writing/intervention.input';

/** What an input says of the description, as it is kept; what it does not name is left out. */
export function descriptionIn(input: DescriptionInput): Partial<Description> {
  const { problem, population, segments, needs, risks, outcomesMeasured } = input;
  return {
    ...(typeof problem === 'string' ? { problem: textOrNull(problem) } : {}),
    ...(typeof population === 'string' ? { population: textOrNull(population) } : {}),
    ...(segments ? { segments: segmentsOf(segments) } : {}),
    ...(needs ? { needs: needs.map(needOf).filter(saysSomething) } : {}),
    ...(risks ? { risks: risks.map(riskOf) } : {}),
    ...(outcomesMeasured ? { outcomesMeasured: outcomesMeasured.map((outcome) => outcome.trim()) } : {}),
  };
}

/** What an input says of the facts; a blank day or month is none. */
export function factsIn(input: FactFields): InterventionFacts {
  const { contacts, startedOn, stoppedOn, reviewOn } = input;
  return {
    ...lessonsAndEnablersIn(input),
    ...(contacts ? { contacts: [...new Set(contacts)] } : {}),
    ...(typeof startedOn === 'string' ? { startedOn: textOrNull(startedOn) } : {}),
    ...(typeof stoppedOn === 'string' ? { stoppedOn: textOrNull(stoppedOn) } : {}),
    ...(typeof reviewOn === 'string' ? { reviewOn: textOrNull(reviewOn) } : {}),
  };
}

/** What is wrong with a description, each problem with the path of its field. */
export function problemsOfDescription(input: DescriptionInput): FieldProblem[] {
  const { segments, needs, outcomesMeasured } = input;
  return [
    ...(segments ?? []).flatMap((slug, at) =>
      isSegment(slug) ? [] : problem(`input.description.segments.${at}`, `There is no group of people called ${slug}`),
    ),
    ...(needs ?? []).flatMap(({ kind }, at) =>
      needs?.findIndex((need) => need.kind === kind) === at
        ? []
        : problem(`input.description.needs.${at}.kind`, `${kind} is here twice. Send it once`),
    ),
    ...(outcomesMeasured ?? []).flatMap((outcome, at) =>
      outcome.trim() === '' ? problem(`input.description.outcomesMeasured.${at}`, 'Enter what is measured') : [],
    ),
  ];
}

/** What is wrong with facts. Who may be a contact is asked of the database. */
export function problemsOfFacts(input: FactFields): FieldProblem[] {
  return [
    ...unknownLessonsAndEnablers(input, (noun, number) => `There is no ${noun} ${number}`),
    ...problemOfDate('startedOn', input.startedOn, `${input.startedOn}-01`, 'Enter a year and month, such as 2016-04'),
    ...problemOfDate('stoppedOn', input.stoppedOn, `${input.stoppedOn}-01`, 'Enter a year and month, such as 2016-04'),
    ...problemOfDate('reviewOn', input.reviewOn, input.reviewOn ?? '', 'Enter a real day, such as 2018-03-31'),
  ];
}

function needOf({ kind, text, figures }: NeedInput): Need {
  return {
    kind,
    text: text.trim(),
    figures: (figures ?? []).map(({ label, value, unit }) => ({ label: label.trim(), value, unit: textOrNull(unit) })),
  };
}

function saysSomething({ text, figures }: Need): boolean {
  return text !== '' || figures.length > 0;
}

function riskOf({ risk, response }: RiskInput): Risk {
  return { risk: risk.trim(), response: textOrNull(response) };
}

/** A blank one is none. `day` is the date that it stands for, as the calendar has it. */
function problemOfDate(name: string, text: string | null | undefined, day: string, message: string): FieldProblem[] {
  if (!text?.trim()) return [];
  const isDay = /^(19|20)\d\d-\d\d-\d\d$/.test(day) && isReal(day);
  return isDay ? [] : problem(`input.${name}`, message);
}

function isReal(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function problem(path: string, message: string): FieldProblem[] {
  return [{ path, message }];
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
