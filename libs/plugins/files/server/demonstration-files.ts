/** The files of the demonstration: each measure of the network as a table and as a picture of its line. */
import { demonstrationNetwork } from '@hub/demonstration';
import { stringify } from 'csv-stringify/sync';

export type DemonstrationMeasure = (typeof demonstrationNetwork.measures)[number];

/** The first measure of each intervention. */
export function measuresShown(): DemonstrationMeasure[] {
  const { measures } = demonstrationNetwork;
  return measures.filter(
    ({ interventionSlug }, at) => measures.findIndex((other) => other.interventionSlug === interventionSlug) === at,
  );
}

/** Months and values as CSV. A month without a value is an empty cell. */
export function tableOf({ name, unit, series }: DemonstrationMeasure): string {
  return stringify(
    series.map(({ month, value }) => [month, value ?? '']),
    { header: true, columns: ['month', `${name} (${unit})`] },
  );
}

/** Its line from the first month to the last, as a PNG. Without words in it: they stand beside it. */
export async function chartOf({ series }: DemonstrationMeasure): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const [width, height, margin] = [640, 280, 20];
  const values = series.flatMap(({ value }) => value ?? []);
  const highest = Math.max(...values) * 1.1;
  const x = (at: number) => margin + (at * (width - 2 * margin)) / Math.max(1, series.length - 1);
  const y = (value: number) => height - margin - (value * (height - 2 * margin)) / highest;
  const points = series.flatMap(({ value }, at) =>
    value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`],
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#ffffff"/>
    <path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#4c6272" stroke-width="2"/>
    <polyline points="${points.join(' ')}" fill="none" stroke="#005eb8" stroke-width="3"/></svg>`;
  return sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer();
}

/** What the picture shows. */
export function chartWords({ name, unit, series }: DemonstrationMeasure): string {
  const known = series.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  return `Line chart: ${name}, from ${first?.value} ${unit} in ${first?.month} to ${last?.value} in ${last?.month}`;
}
