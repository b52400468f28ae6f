/** The operations of the built pages, as the build wrote them down for the hub to know them again. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, OperationTypeNode, parse, Kind, print, type GraphQLUnionType } from 'graphql';
import { requireAffordable, validOperation } from '@hub/core/server';

const root = process.cwd();
const built = path.join(root, 'dist/apps/web/operations.json');
const schema = buildSchema(readFileSync(path.join(root, 'libs/graphql/schema.graphql'), 'utf8'), { assumeValid: true });

/** Pages ask for 20 at a time where the document leaves it open; half as much again must do no harm. */
const pageSize = 30;

/** More would leave no room for a field that the next feature adds. */
const comfortableCost = 2950;

function texts(): string[] {
  if (!existsSync(built)) throw new Error(`Build the web page first (npm test and npm start do): no ${built}`);
  return JSON.parse(readFileSync(built, 'utf8')) as string[];
}

it('there are some of every kind', () => {
  const kinds = texts().map((text) => /^(?:query|mutation|subscription)/.exec(text)?.[0]);

  expect(new Set(kinds)).toEqual(new Set(Object.values(OperationTypeNode)));
});

it('every one fits the schema and stays within the limits (Q2)', () => {
  const costs = texts().map((query) => {
    const { document, operation } = validOperation(schema, { query });
    const cost = requireAffordable({ schema, document, operation, variables: { first: pageSize } });
    return { name: operation.name?.value, cost };
  });

  expect(costs.filter(({ cost }) => cost > comfortableCost)).toEqual([]);
});

it('every one is written as pages write it, with the type of each thing', () => {
  const wrong = texts().filter((text) => print(parse(text)) !== text);
  const bare = texts().filter(
    (text) =>
      !parse(text).definitions.every(
        (definition) => definition.kind === Kind.OPERATION_DEFINITION || print(definition).includes('__typename'),
      ),
  );

  expect([wrong, bare]).toEqual([[], []]);
});

it('the question of the search page is one of them, with how each kind looks when it is found', () => {
  const asked = texts()
    .map((text) => parse(text))
    .filter(({ definitions }) => definitions.some((each) => 'name' in each && each.name?.value === 'SearchPage'))
    .map(({ definitions }) =>
      definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.typeCondition.name.value] : [])),
    );
  const found = schema.getType('SearchHit') as GraphQLUnionType;

  expect(asked).toContainEqual(expect.arrayContaining(found.getTypes().map(({ name }) => name)));
});
