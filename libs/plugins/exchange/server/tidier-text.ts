/** Descriptions by TIDieR, as Markdown: one intervention after the other, each as its current version says it. */
import type { Description } from '@hub/plugins/interventions/contract';
import type { RawIntervention } from './family.query';

export function tidierText(interventions: readonly RawIntervention[]): string {
  return `${interventions.map(describe).join('\n\n---\n\n')}\n`;
}

function describe(intervention: RawIntervention): string {
  const { title, summary, site, modelTypes, status, versions, withdrawal } = intervention;
  const current = versions.edges[0]?.node;
  const about = current?.description;
  return [
    `# ${line(title)}`,
    line(summary),
    bullets([
      `Site: ${line(site.name)}`,
      `Care models: ${modelTypes.map(({ name, code }) => `${name} (${code})`).join(', ')}`,
      ...(current ? [`Version ${current.number}, ${current.publishedAt.slice(0, 10)}`] : []),
      ...(status === 'WITHDRAWN' ? ['Withdrawn'] : []),
      `Reference: ${intervention.id}`,
    ]),
    ...text('Why it was withdrawn', withdrawal?.reason ?? null),
    ...text('The problem', about?.problem ?? null),
    ...text('The people it is for', about?.population ?? null),
    ...(current?.sections ?? []).flatMap(({ heading, body }) => text(heading, body)),
    ...list(
      'What it is made of',
      (current?.components ?? []).map(
        ({ name, core, reason, description }) =>
          `**${line(name)}** (${core ? 'core' : 'adaptable'})${[description, reason].map((words) => (words ? `. ${line(words)}` : '')).join('')}`,
      ),
    ),
    ...list(
      'What it takes',
      (about?.needs ?? []).map(({ kind, text: words, figures }) => needLine(kind, words, figures)),
    ),
    ...list(
      'What could go wrong',
      (about?.risks ?? []).map(({ risk, response }) => line(response ? `${risk}: ${response}` : risk)),
    ),
    ...list('What was measured', (about?.outcomesMeasured ?? []).map(line)),
    ...list(
      'Whom to ask',
      intervention.contacts.map(({ displayName }) => line(displayName)),
    ),
  ].join('\n\n');
}

function needLine(kind: string, words: string, figures: Description['needs'][number]['figures']): string {
  const counted = figures.map(({ label, value, unit }) => `${label}: ${value}${unit ? ` ${unit}` : ''}`);
  return line(
    [`${kind.charAt(0)}${kind.slice(1).toLowerCase()}`, [words, ...counted].filter(Boolean).join('; ')].join(': '),
  );
}

function text(heading: string, body: string | null): string[] {
  return body?.trim() ? [`## ${line(heading)}`, body.trim()] : [];
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`## ${heading}`, bullets(items)] : [];
}

const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/** Words of people in one line of their own: nothing in them begins a heading, a list or a picture. */
function line(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|!]/g, String.raw`\$&`);
}
