/** Migrations are expand and contract: none takes a lock that holds others up, or takes away what the code before it still uses. */
import { nameOfMigration } from '@hub/core/server';
import { migrationsBeforeAndAfter } from './support/newer';
import { rulesBrokenBy, rulesBrokenIn } from './support/squawk';

/** What one migration may do all the same, and why. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FindParkedDeliveries1900000001771: {
    'require-concurrent-index-deletion': 'It is there only when making it was broken off, and then nobody reads it',
    'prefer-robust-stmts': 'It was dropped the statement before',
  },
};

it('no migration holds up or breaks a hub that goes on with its old code (R16)', async () => {
  const { after } = await migrationsBeforeAndAfter();
  const found: string[] = [];
  for (const migration of after) {
    const name = nameOfMigration(migration);
    const broken = (await rulesBrokenBy(migration)).filter((rule) => !allowed[name]?.[rule]);
    found.push(...broken.map((rule) => `${name}: ${rule}`));
  }

  expect(after.length).toBeGreaterThan(1);
  expect(found).toEqual([]);
});

it('whatever is allowed to one is done by it', async () => {
  const { after } = await migrationsBeforeAndAfter();
  for (const [name, rules] of Object.entries(allowed)) {
    const migration = after.find((each) => nameOfMigration(each) === name);

    expect(await rulesBrokenBy(migration!)).toEqual(expect.arrayContaining(Object.keys(rules)));
  }
});

it.each([
  ['an index is made while nobody may write', 'CREATE INDEX entity_x ON core.entity (title)', /concurrent-index/],
  ['a column gets another name', 'ALTER TABLE core.entity RENAME COLUMN title TO name', /renaming-column/],
  ['a column goes', 'ALTER TABLE core.entity DROP COLUMN title', /ban-drop-column/],
  ['a table goes', 'DROP TABLE core.link', /ban-drop-table/],
  ['old code would have to fill a column', 'ALTER TABLE core.entity ADD COLUMN x text NOT NULL', /required-field/],
  ['a table is written anew', 'ALTER TABLE core.entity ALTER COLUMN title TYPE varchar(9)', /changing-column-type/],
  ['all rows are looked at', `ALTER TABLE core.entity ADD CONSTRAINT x CHECK (title <> '')`, /not-valid/],
  [
    'two tables are held for a foreign key',
    'ALTER TABLE core.link ADD CONSTRAINT x FOREIGN KEY (relation) REFERENCES core.entity (ref)',
    /foreign-key/,
  ],
])('it would be found out where %s (R16)', (_what, statement, rule) => {
  expect(rulesBrokenIn(statement).join()).toMatch(rule);
});

it('a new table with its indexes, a column that may be empty, and an index made beside writers are well', () => {
  const inOne = `
    CREATE TABLE core.thing (ref text PRIMARY KEY, at timestamptz(3) NOT NULL);
    CREATE INDEX thing_at ON core.thing (at);
    ALTER TABLE core.entity ADD COLUMN thing text;
    ALTER TABLE core.entity ADD CONSTRAINT entity_thing CHECK (thing <> '') NOT VALID;`;

  expect(rulesBrokenIn(inOne)).toEqual([]);
  expect(rulesBrokenIn('CREATE INDEX CONCURRENTLY IF NOT EXISTS e ON core.entity (title)', false)).toEqual([]);
});
