/** The FRAME table: one row a change, one column an axis, with the labels of the codes. */
import { csvOf } from '@hub/core/server';
import { frameAxes, frameCode } from '@hub/plugins/adaptations/contract';
import { headingOf, isSectionKey } from '@hub/plugins/interventions/contract';
import type { RawAdaptation } from './family.query';

const before = [
  'Adaptation',
  'Adapting site',
  'Adapted intervention',
  'From version',
  'Stage',
  'Source withdrawn at',
  'Change',
  'What changed',
  'Why',
];
const after = [
  'Planned',
  'Keeps what is core',
  'Sections',
  'Left out',
  'Why something core was left out',
  'Recorded at',
  'Codes',
];

/** An adaptation without changes has a row of its own, so that it is counted. */
export function frameTable(adaptations: readonly RawAdaptation[]): string {
  const headings = [...before, ...frameAxes.map(({ question }) => question), ...after];
  return csvOf(headings, adaptations.flatMap(rowsOf));
}

function rowsOf(adaptation: RawAdaptation): unknown[][] {
  const { id, site, sourceIntervention, source, stage, modifications } = adaptation;
  const about = [
    id,
    site.name,
    sourceIntervention.title,
    source.number,
    stage,
    sourceIntervention.withdrawal?.at ?? null,
  ];
  if (modifications.length === 0) return [[...about, ...Array<null>(headingCount - about.length).fill(null)]];
  return modifications.map((change) => [
    ...about,
    ...[change.id, change.what, change.why],
    ...frameAxes.map(({ id: axis }) => labelsOf(axis, change.codes)),
    ...[yesNo(change.planned), yesNo(change.fidelityConsistent), change.sectionKeys.map(sectionName)],
    ...[change.leftOutKeys, change.coreReason],
    ...[change.recordedAt, change.codes],
  ]);
}

const headingCount = before.length + frameAxes.length + after.length;

function labelsOf(axis: string, codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const known = frameCode(code);
    return known?.axis.id === axis ? [known.value.label] : [];
  });
}

const sectionName = (key: string) => (isSectionKey(key) ? headingOf(key) : key);

function yesNo(answer: boolean | null): string {
  if (answer === null) return 'Not known';
  return answer ? 'Yes' : 'No';
}
