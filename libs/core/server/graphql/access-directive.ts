/** Reads the access directive of a root field: who may ask at all. */
import {
  getArgumentValues,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  DirectiveLocation,
  type GraphQLField,
} from 'graphql';

export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'scoped' }
  | { readonly kind: 'allow'; readonly to: string; readonly on: string | null; readonly entityKind: string | null };

const allow = new GraphQLDirective({
  name: 'allow',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { to: { type: new GraphQLNonNull(GraphQLString) }, on: { type: GraphQLString }, kind: { type: GraphQLString } },
});

/** The one access rule of a field, or null when it has none or more than one. */
export function accessOf(field: GraphQLField<unknown, unknown>): AccessRule | null {
  const rules = (field.astNode?.directives ?? []).flatMap((node): AccessRule[] => {
    if (node.name.value === 'public') return [{ kind: 'public' }];
    if (node.name.value === 'scoped') return [{ kind: 'scoped' }];
    if (node.name.value !== 'allow') return [];
    const { to, on, kind } = getArgumentValues(allow, node);
    return [{ kind: 'allow', to: String(to), on: textOrNull(on), entityKind: textOrNull(kind) }];
  });
  return rules.length === 1 ? (rules[0] ?? null) : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
