/** A file of the first format as one of today: what it did not know of is not in it. */

type Part = Readonly<Record<string, unknown>>;

/** What is no file of the first format is given back as it came. */
export function upgraded(value: unknown): unknown {
  if (!isPart(value) || value.formatVersion !== 1) return value;
  const { interventions, adaptations } = value;
  return {
    ...{ ...value, formatVersion: 2, files: [] },
    ...{ interventions: each(interventions, withCredits), adaptations: each(adaptations, withSources) },
  };
}

const withCredits = (intervention: Part) => ({
  ...intervention,
  versions: each(intervention.versions, (version) => ({ ...version, credits: [], files: [] })),
});

/** It has followed the one version that the file names, from the start. */
function withSources(adaptation: Part): Part {
  const { sourceVersion: version, startedAt: at, history } = adaptation;
  const [first] = Array.isArray(history) ? (history as unknown[]) : [];
  const by = isPart(first) ? first.by : null;
  return {
    ...{ ...adaptation, benefit: null, benefitWords: null, furtherSources: [] },
    versionsFollowed: [{ version, at, by, choices: [] }],
  };
}

function each(list: unknown, change: (part: Part) => Part): unknown {
  return Array.isArray(list) ? list.map((part: unknown) => (isPart(part) ? change(part) : part)) : list;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
