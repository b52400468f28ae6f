/** What is known to differ between two places, from what each says of itself. Pure. */

type ContextPresence = 'YES' | 'PARTLY' | 'MIXED' | 'NO';

export interface Place {
  readonly name: string;
  readonly region: string | null;
  readonly modelTypes: readonly { readonly code: string }[];
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly populationSegments: readonly string[];
  readonly leadOrganisation: { readonly kind: string } | null;
  readonly partners: readonly { readonly kind: string }[];
  readonly contextFactors: readonly {
    readonly key: string;
    readonly name: string;
    readonly present: ContextPresence;
  }[];
  readonly priorHistory: readonly { readonly initiative: string }[];
}

export interface PlaceRow {
  readonly name: string;
  /** Null where that place has not said. */
  readonly there: string | null;
  readonly here: string | null;
}

export interface PlaceComparison {
  readonly differing: readonly PlaceRow[];
  /** The names of the rows in which both places say the same. */
  readonly same: readonly string[];
}

const presence = { YES: 'Yes', PARTLY: 'Partly', MIXED: 'Mixed', NO: 'No' } as const satisfies Record<
  ContextPresence,
  string
>;

/** Rows about which at least one place says something. What only one of them says differs as far as anyone knows. */
export function comparePlaces(there: Place, here: Place): PlaceComparison {
  const rows = [...factRows(there, here), ...factorRows(there, here)].filter(
    (row) => row.there !== null || row.here !== null,
  );
  return {
    differing: rows.filter((row) => row.there !== row.here),
    same: rows.filter((row) => row.there === row.here).map(({ name }) => name),
  };
}

/** The differences that both places speak of, as lines to start a finding with. */
export function differencesAsText({ differing }: PlaceComparison, there: string, here: string): string {
  return differing
    .filter((row) => row.there !== null && row.here !== null)
    .map((row) => `- ${row.name}. ${there}: ${row.there}. ${here}: ${row.here}`)
    .join('\n');
}

function factRows(there: Place, here: Place): PlaceRow[] {
  return [
    row('Care models', there, here, ({ modelTypes }) => sorted(modelTypes.map(({ code }) => code))),
    row('Region', there, here, ({ region }) => region),
    row(
      'People served',
      there,
      here,
      ({ population }) => population && `${population.value.toLocaleString('en-GB')} ${population.basis}`,
    ),
    row('Works first for', there, here, ({ populationSegments }) => sorted(populationSegments)),
    row('Led by', there, here, ({ leadOrganisation }) => leadOrganisation?.kind ?? null),
    row('Partners, by kind', there, here, ({ partners }) => sorted([...new Set(partners.map(({ kind }) => kind))])),
    row('Earlier work', there, here, ({ priorHistory }) => sorted(priorHistory.map(({ initiative }) => initiative))),
  ];
}

function factorRows(there: Place, here: Place): PlaceRow[] {
  const names = new Map([...there.contextFactors, ...here.contextFactors].map(({ key, name }) => [key, name]));
  return [...names].map(([key, name]) =>
    row(name, there, here, ({ contextFactors }) => presenceOf(contextFactors, key)),
  );
}

function presenceOf(factors: Place['contextFactors'], key: string): string | null {
  const factor = factors.find((each) => each.key === key);
  return factor ? presence[factor.present] : null;
}

function row(name: string, there: Place, here: Place, read: (place: Place) => string | null): PlaceRow {
  return { name, there: read(there), here: read(here) };
}

function sorted(words: readonly string[]): string | null {
  return words.length > 0 ? words.toSorted((a, b) => a.localeCompare(b, 'en-GB')).join(', ') : null;
}
