/** Interventions with their versions, and the forest of what sites made of them, six generations deep; drafts and records that only their site sees. */
import { chance, pick, upTo, uuid } from './chance.mjs';
import { at, careModel, member, site } from './people.mjs';
import { textOf, titleOf } from './words.mjs';

const versionsOfEach = 3;
/** Which share of all adaptations is how many generations below an original. */
const generations = [0.45, 0.25, 0.14, 0.08, 0.05, 0.03];
const headings = [
  ['why', 'Why'],
  ['procedures', 'What to do'],
  ['who_provides', 'Who does it'],
  ['how', 'How'],
  ['when_how_much', 'When and how often'],
];
const noDescription = `'{"needs": [], "risks": [], "segments": [], "outcomesMeasured": []}'`;

export const intervention = (n, siteNumber) => `'intervention:bench-' || (${siteNumber}) || '/bench-' || (${n})`;
export const versionOf = (n, number) => uuid('version', n, number);

/**
 * First a plan of this connection alone, `bench_node`: the originals, then each generation, each beneath one before it that has a result;
 * most in a few large families. Seven of ten have a result, which is an intervention under the same number.
 */
export function recordStatements(world) {
  const { originals, adaptations, sites } = world;
  const starts = generationStarts(originals, adaptations);
  const nodes = 'FROM bench_node b';
  const started = `${at} + b.n * interval '20 minutes'`;
  const sections = `(SELECT jsonb_agg(jsonb_build_object('key', s.key, 'heading', s.heading, 'body', ${textOf('b.n * 8 + s.place', 31, 3, world)}) ORDER BY s.place)
    FROM (VALUES ${headings.map(([key, heading], place) => `(${place}, '${key}', '${heading}')`)}) AS s (place, key, heading))`;
  return [
    [
      `CREATE TEMP TABLE bench_node AS
       SELECT n::bigint, 0 AS level, NULL::bigint AS parent, n % ${sites} + 1 AS site, true AS has_result, n % 10 = 9 AS is_draft, NULL AS stage FROM ${upTo(originals)}`,
    ],
    ...starts.slice(1).map(({ from, to }, level) => [generation(level + 1, starts[level], { from, to }, sites)]),
    ['CREATE UNIQUE INDEX ON bench_node (n)'],
    ['ANALYZE bench_node'],
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, owner_ref, visibility, needs, state, created_at, updated_at)
       SELECT ${intervention('b.n', 'b.site')}, 'intervention', ${titleOf('b.n', 32, world)}, ${textOf('b.n', 33, 2, world)}, ARRAY[${careModel('b.n')}], ${site('b.site')},
         ${visibility}, ${needs}, CASE WHEN b.is_draft THEN 'DRAFT' ELSE 'PUBLISHED' END, ${started}, ${started} ${nodes} WHERE b.has_result`,
    ],
    [
      `INSERT INTO interventions.intervention (ref, name, site_ref, status, intended_visibility, maturity, revision, draft, current_version_id, published_at, listed_at,
         lessons, enablers, contacts, illustrative, description)
       SELECT ${intervention('b.n', 'b.site')}, 'bench-' || b.n, ${site('b.site')}, 'DRAFT', CASE WHEN b.n % 4 = 3 THEN 'network' ELSE 'public' END, 'RUNNING', 1,
         ${sections}, NULL, NULL, ${started}, '{}', '{}', '{}', true, ${noDescription} ${nodes} WHERE b.has_result`,
    ],
    [
      `INSERT INTO interventions.version (id, intervention_ref, number, published_at, published_by, title, summary, sections, description)
       SELECT ${versionOf('b.n', 'v')}, i.ref, v, ${started} + v * interval '30 days', ${member('b.site')}, e.title, e.summary, i.draft, i.description
       ${nodes} JOIN interventions.intervention i ON i.ref = ${intervention('b.n', 'b.site')} JOIN core.entity e ON e.ref = i.ref, ${upTo(versionsOfEach, 'v')}
       WHERE b.has_result AND NOT b.is_draft`,
    ],
    [
      `UPDATE interventions.intervention i SET status = 'PUBLISHED', current_version_id = v.id, published_at = v.published_at, listed_at = v.published_at
       FROM interventions.version v WHERE v.intervention_ref = i.ref AND v.number = ${versionsOfEach} AND i.name LIKE 'bench-%'`,
    ],
    [
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, owner_ref, visibility, within, needs, state, created_at, updated_at)
       SELECT ${adaptation}, 'adaptation', source.title || ', adapted by Site ' || b.site, '', source.care_models, ${site('b.site')}, ${visibilityOfRecord},
         ARRAY[source.ref], ARRAY(SELECT DISTINCT k FROM unnest(source.needs || CASE ${visibilityOfRecord} WHEN 'site' THEN ARRAY[${site('b.site')}] ELSE '{network}' END) k ORDER BY 1),
         b.stage, ${started}, ${started}
       ${nodes} JOIN bench_node p ON p.n = b.parent JOIN core.entity source ON source.ref = ${intervention('p.n', 'p.site')}`,
    ],
    // Whether one descends from itself is looked at for each row, among all others: here a parent always has the lower number.
    ['ALTER TABLE adaptations.adaptation DISABLE TRIGGER USER'],
    [
      `INSERT INTO adaptations.adaptation (ref, source_ref, source_version_id, source_number, site_ref, result_ref, stage, revision, started_at, shared_at, published_at)
       SELECT ${adaptation}, ${intervention('p.n', 'p.site')}, ${versionOf('p.n', versionsOfEach)}, ${versionsOfEach}, ${site('b.site')},
         CASE WHEN b.has_result THEN ${intervention('b.n', 'b.site')} END, b.stage, 1, ${started}, CASE WHEN ${visibilityOfRecord} <> 'site' THEN ${started} END,
         CASE WHEN b.has_result THEN ${started} END
       ${nodes} JOIN bench_node p ON p.n = b.parent`,
    ],
    ['ALTER TABLE adaptations.adaptation ENABLE TRIGGER USER'],
    [
      `INSERT INTO core.link (from_ref, relation, to_ref) SELECT ref, 'adapts', source_ref FROM adaptations.adaptation WHERE ref LIKE 'adaptation:bench-%'`,
    ],
    [
      `INSERT INTO search.document (ref, kind, title, body, changed_at, care_models, needs, stage, place_lines, place_names)
       SELECT e.ref, e.kind, e.title, e.summary || (SELECT string_agg(E'\\n\\n' || s.body, '' ORDER BY s.place) FROM
         ROWS FROM (jsonb_to_recordset(i.draft) AS (body text)) WITH ORDINALITY AS s (body, place)), e.updated_at, e.care_models, e.needs, i.maturity, '{1}', '{""}'
       FROM interventions.intervention i JOIN core.entity e ON e.ref = i.ref WHERE i.name LIKE 'bench-%'`,
    ],
  ];
}

const adaptation = `'adaptation:bench-' || b.site || '/bench-' || b.n`;
const visibility = `CASE WHEN b.is_draft THEN 'draft' WHEN b.n % 4 = 3 THEN 'network' ELSE 'public' END`;
const needs = `CASE WHEN b.is_draft THEN ARRAY['drafts:' || ${site('b.site')}] WHEN b.n % 4 = 3 THEN '{network}' ELSE '{}' END::text[]`;
const visibilityOfRecord = `(CASE WHEN b.has_result OR b.n % 2 = 0 THEN 'network' ELSE 'site' END)`;

/** Where each generation begins and ends among the numbers; the originals come first. */
function generationStarts(originals, adaptations) {
  const starts = [{ from: 1, to: originals }];
  for (const share of generations) {
    const from = starts.at(-1).to + 1;
    starts.push({ from, to: from + Math.max(10, Math.round((adaptations * share) / 10) * 10) - 1 });
  }
  return starts;
}

/** Children of one parent are of different sites, up to as many as there are; more have stopped, as a site adapts a thing once at a time. */
function generation(level, before, { from, to }, sites) {
  const tens = (before.to - before.from + 1) / 10;
  const parent = `${before.from} + 10 * floor(${tens} * power(${chance('n', 34)}, 1.3))::int + ${pick('n', 35, 7)}`;
  return `INSERT INTO bench_node (n, level, parent, site, has_result, is_draft, stage)
    SELECT c.n, ${level}, c.parent, (p.site + c.place) % ${sites} + 1, (c.n - ${from}) % 10 < 7, false,
      CASE WHEN c.place > ${sites} - 1 THEN 'STOPPED' WHEN (c.n - ${from}) % 10 < 7 THEN 'RUNNING' ELSE 'ADAPTING' END
    FROM (SELECT n, parent, row_number() OVER (PARTITION BY parent ORDER BY n) AS place FROM
      (SELECT n, ${parent} AS parent FROM generate_series(${from}, ${to}) n) AS chosen) AS c
    JOIN bench_node p ON p.n = c.parent`;
}
