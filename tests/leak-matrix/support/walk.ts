/** Walks an answer along its operation, and notes which fields of which types were filled. */
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Fields that have been filled for somebody, as `Type.field`. */
export class Visits {
  readonly filled = new Set<string>();
  /** Addresses at which somebody was answered well, such as `GET /robots.txt`. */
  readonly answered = new Set<string>();

  constructor(readonly schema: GraphQLSchema) {}

  /** Notes what an answer fills. */
  note(query: string, data: unknown): void {
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION || !data) return;
    const root = this.schema.getRootType(operation.operation);
    if (root) this.object(root, operation.selectionSet, data as Record<string, unknown>);
  }

  private object(type: GraphQLObjectType, selected: SelectionSetNode, data: Record<string, unknown>): void {
    for (const node of selected.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (!node.typeCondition || node.typeCondition.name.value === data.__typename)
          this.object(this.named(data.__typename, type), node.selectionSet, data);
        continue;
      }
      if (node.kind !== Kind.FIELD) continue;
      const field = type.getFields()[node.name.value];
      const value = data[node.alias?.value ?? node.name.value];
      if (!field || value === null || value === undefined) continue;
      if (Array.isArray(value) && value.length === 0) continue;
      this.filled.add(`${type.name}.${field.name}`);
      const named = getNamedType(field.type);
      if (!node.selectionSet) continue;
      for (const one of [value].flat() as Record<string, unknown>[]) {
        const target = isAbstractType(named) ? this.named(one.__typename, null) : named;
        if (isObjectType(target)) this.object(target, node.selectionSet, one);
      }
    }
  }

  private named(typename: unknown, otherwise: GraphQLObjectType | null): GraphQLObjectType {
    const type = typeof typename === 'string' ? this.schema.getType(typename) : otherwise;
    if (!isObjectType(type)) throw new Error(`An answer without __typename: ${JSON.stringify(typename)}`);
    return type;
  }
}
