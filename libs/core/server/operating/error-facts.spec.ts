import { errorFacts } from './error-facts';

const canary = 'Zqcanary Smith of Zq';

it('says of an error what it is and where it was thrown, and never its message', () => {
  const facts = errorFacts(new TypeError(`Cannot read "${canary}"\n    at ${canary} (file.ts:1)\n${canary}`));

  expect(facts.type).toBe('TypeError');
  expect(facts.stack).toMatch(/^\s+at .*error-facts\.spec\.ts/);
  expect(JSON.stringify(facts)).not.toMatch(/zq/i);
});

it('says which table and rule PostgreSQL names, and nothing of the values', () => {
  const error = Object.assign(new Error(`invalid input syntax: "${canary}"`), {
    ...{
      code: '23505',
      detail: `Key (title)=(${canary})`,
      table: 'post',
      constraint: 'post_pkey',
      parameters: [canary],
    },
    ...{ query: `SELECT '${canary}'`, where: canary },
  });

  const facts = errorFacts(error);

  expect(facts).toMatchObject({ code: '23505', table: 'post', constraint: 'post_pkey' });
  expect(JSON.stringify(facts)).not.toMatch(/zq/i);
});

it('says what caused it, by the same rule, and of what is no error nothing but its type', () => {
  const cause = Object.assign(new Error(canary), { code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 });

  expect(errorFacts(new Error(canary, { cause })).cause).toMatchObject({ code: 'ECONNREFUSED', port: 5432 });
  expect(JSON.stringify(errorFacts(new Error(canary, { cause })))).not.toMatch(/zq/i);
  expect(errorFacts(canary)).toEqual({ type: 'string' });
  expect(errorFacts(Object.assign(new Error(''), { code: canary })).code).toBeUndefined();
});

it('keeps the words of a database that cannot be used: they are its own', () => {
  expect(errorFacts(new Error(`${canary}: timeout exceeded when trying to connect to ${canary}`)).message).toBe(
    'timeout exceeded when trying to connect',
  );
});
