/** Descriptions by TIDieR, as Markdown: one intervention after the other, each as its current version says it. */
import { tidierOf, type TidierItem } from '@hub/plugins/exchange/contract';
import type { RawIntervention } from './family.query';

export function tidierText(interventions: readonly RawIntervention[]): string {
  return `${interventions.map(describe).join('\n\n---\n\n')}\n`;
}

function describe(intervention: RawIntervention): string {
  const current = intervention.versions.edges[0]?.node ?? null;
  const { title, summary, facts, parts } = tidierOf(intervention, current);
  return [
    `# ${line(title)}`,
    line(summary),
    bullets(facts.map(({ name, value }) => `${name}: ${name === 'Reference' ? value : line(value)}`)),
    ...parts.flatMap((part) => [
      `## ${line(part.heading)}`,
      'text' in part ? part.text : bullets(part.items.map(itemLine)),
    ]),
  ].join('\n\n');
}

function itemLine({ name, words }: TidierItem): string {
  return name ? `**${line(name)}**: ${line(words)}` : line(words);
}

const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/** Words of people in one line of their own: nothing in them begins a heading, a list or a picture. */
function line(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|!]/g, String.raw`\$&`);
}
