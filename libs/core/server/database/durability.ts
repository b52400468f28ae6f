/** Whether a database keeps what it acknowledged also when its machine dies: PostgreSQL does, unless somebody switched off what that takes. */
import type { DataSource } from 'typeorm';

const needed = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** An expression of SQL: which settings are off that would have to be on, by name. */
export const riskySettingsSql = `ARRAY(SELECT name FROM unnest(ARRAY[${needed.map((name) => `'${name}'`).join()}]) AS name
  WHERE current_setting(name) = 'off' ORDER BY name)`;

/** The same, asked of a database. */
export async function riskySettings(source: DataSource): Promise<readonly string[]> {
  const [row] = await source.query<[{ settings: string[] }]>(`SELECT ${riskySettingsSql} AS settings`);
  return row.settings;
}
