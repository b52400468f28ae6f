/** What the hub itself brings says nothing of patients in the eyes of its own guard: a false alarm there would be one in every hub. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { patientDetailsIn } from '@hub/core/contract';

const root = path.resolve(import.meta.dirname, '../..');
const files = readdirSync(path.join(root, 'libs'), { recursive: true })
  .map((file) => path.join('libs', String(file)))
  .filter((file) => file.endsWith('.json') && path.basename(file) !== 'project.json');

it.each(files)('no text of %s looks like a detail of a patient (T9)', (file) => {
  const texts = textsIn(JSON.parse(readFileSync(path.join(root, file), 'utf8')) as unknown);

  const alarms = texts.flatMap((text) => patientDetailsIn(text).map(({ kind }) => `${kind}: ${text}`));

  expect(texts.length).toBeGreaterThan(0);
  expect(alarms).toEqual([]);
});

it('the demonstration is among them', () => {
  expect(files).toContain('libs/demonstration/demo-network.json');
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
