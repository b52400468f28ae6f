/** What a site changed, section by section: the source version against the result, worked out by PostgreSQL. */
import { column, list, readModel, type FieldRead, type Frame } from '@hub/core/server';
import { sectionItems, textsView, versionsView } from '@hub/plugins/interventions/contract';

const keys = sectionItems.map(({ key }) => `'${key}'`).join(', ');

export const differenceRead = readModel({
  type: 'SectionDifference',
  fields: {
    key: column('key'),
    heading: column('heading'),
    source: column('source'),
    local: column('local'),
    change: column('change'),
  },
});

/** The differences of the adaptation that holds the field; none where the viewer cannot see its result. */
export const differences: FieldRead = list('SectionDifference', {
  from: (frame) => `(${differencesSql(frame.parent)}) AS ${frame.t}`,
  orderBy: ({ t }) => `${t}.position`,
});

/** Editors compare with the draft, everyone else with the current version. Blank and missing are the same. */
function differencesSql(adaptation: Frame): string {
  return `
    SELECT k.key, k.position, coalesce(s.heading, l.heading) AS heading, s.body AS source, l.body AS local,
      CASE
        WHEN btrim(s.body) = btrim(l.body) THEN 'SAME'
        WHEN btrim(s.body) = '' THEN 'ADDED'
        WHEN btrim(l.body) = '' THEN 'REMOVED'
        ELSE 'CHANGED'
      END AS change
    FROM core.entity result
    JOIN ${textsView} texts ON texts.intervention_ref = result.ref
    JOIN ${versionsView} version ON version.id = ${adaptation.t}.source_version_id
    CROSS JOIN unnest(ARRAY[${keys}]) WITH ORDINALITY AS k (key, position)
    CROSS JOIN LATERAL (${sectionSql('version.sections')}) s
    CROSS JOIN LATERAL (${sectionSql(localSections(adaptation))}) l
    WHERE result.ref = ${adaptation.t}.result_ref AND ${adaptation.visible('result')}
      AND btrim(s.body) || btrim(l.body) <> ''`;
}

function localSections(adaptation: Frame): string {
  return `CASE WHEN ${adaptation.can('adaptations.edit')} THEN coalesce(texts.draft, texts.current_sections) ELSE texts.current_sections END`;
}

/** Always one row, with an empty text where the sections hold none under the key. */
function sectionSql(sections: string): string {
  return `
    SELECT max(j.heading) AS heading, coalesce(max(j.body), '') AS body
    FROM jsonb_to_recordset(coalesce(${sections}, '[]')) AS j (key text, heading text, body text) WHERE j.key = k.key`;
}
