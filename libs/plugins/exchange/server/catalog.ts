/** A family as documents of a software catalog, in the way of Backstage: sites are groups, interventions and adaptations components. */
import { createHash } from 'node:crypto';
import { nameOf, parseEntityRef } from '@hub/core/contract';
import { stringify } from 'yaml';
import type { RawAdaptation, RawIntervention, RawSite } from './family.query';
import { byId, type Gathered } from './gathered';

const apiVersion = 'backstage.io/v1alpha1';

interface Relation {
  readonly type: string;
  readonly targetRef: string;
}

interface CatalogEntity {
  readonly apiVersion: string;
  readonly kind: 'Group' | 'Component';
  readonly metadata: {
    readonly name: string;
    readonly title: string;
    readonly description?: string;
    readonly tags?: readonly string[];
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
  readonly relations: readonly Relation[];
}

/** One document after the other, as a catalog reads them from one file. */
export function catalogText(gathered: Gathered): string {
  return catalogOf(gathered)
    .map((entity) => `---\n${stringify(entity, { lineWidth: 0, aliasDuplicateObjects: false })}`)
    .join('');
}

export function catalogOf({ interventions, adaptations }: Gathered): CatalogEntity[] {
  const sites = byId([...interventions, ...adaptations].map(({ site }) => site));
  const known = new Set(interventions.map(({ id }) => id));
  return [
    ...sites.map(groupOf),
    ...interventions.map(interventionOf),
    ...adaptations.map((adaptation) => adaptationOf(adaptation, known)),
  ];
}

function groupOf(site: RawSite): CatalogEntity {
  return {
    apiVersion,
    kind: 'Group',
    metadata: metadataOf(site.id, site.name, site.tagline, site.modelTypes),
    spec: { type: 'site', profile: { displayName: site.name }, children: [] },
    relations: [],
  };
}

function interventionOf(intervention: RawIntervention): CatalogEntity {
  const { id, title, summary, maturity, status, site, modelTypes } = intervention;
  const owner = targetOf(site.id);
  return {
    apiVersion,
    kind: 'Component',
    metadata: metadataOf(id, title, summary, modelTypes),
    spec: { type: 'intervention', lifecycle: status === 'WITHDRAWN' ? 'withdrawn' : maturity.toLowerCase(), owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

function adaptationOf(adaptation: RawAdaptation, known: ReadonlySet<string>): CatalogEntity {
  const { id, site, sourceIntervention, stage, why, result } = adaptation;
  const owner = targetOf(site.id);
  const source = targetOf(sourceIntervention.id);
  return {
    apiVersion,
    kind: 'Component',
    metadata: metadataOf(id, `${sourceIntervention.title}, adapted by ${site.name}`, why, []),
    spec: { type: 'adaptation', lifecycle: stage.toLowerCase(), owner, dependsOn: [source] },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'dependsOn', targetRef: source },
      ...(result && known.has(result.id) ? [{ type: 'resultedIn', targetRef: targetOf(result.id) }] : []),
    ],
  };
}

function metadataOf(
  id: string,
  title: string,
  description: string | null,
  modelTypes: readonly { readonly code: string }[],
): CatalogEntity['metadata'] {
  return {
    name: catalogName(id),
    title,
    ...(description ? { description } : {}),
    ...(modelTypes.length > 0 ? { tags: modelTypes.map(({ code }) => code.toLowerCase()) } : {}),
    annotations: { 'vanguard-hub/id': id },
  };
}

function targetOf(id: string): string {
  const kind = parseEntityRef(id)?.kind === 'site' ? 'group' : 'component';
  return `${kind}:default/${catalogName(id)}`;
}

/** Catalogs take 63 characters, and one name for each kind: ours begin with what they are, and end with a mark where they are cut. */
export function catalogName(id: string): string {
  const { kind = '', namespace = '' } = parseEntityRef(id) ?? {};
  const whole = kind === 'site' ? nameOf(id) : [kind, namespace, nameOf(id)].join('.');
  if (whole.length <= 63) return whole;
  const mark = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${whole.slice(0, 54).replace(/[-.]+$/, '')}-${mark}`;
}
