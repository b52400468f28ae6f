/** Limits on what one operation may ask, the same over HTTP and over the socket. */
import {
  GraphQLError,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type ValidationContext,
} from 'graphql';
import { costOf, type CostedOperation } from './cost';

export const mostTokens = 1500;

/** How many errors an answer names at most. */
export const mostErrors = 10;

const deepest = 10;
const mostAliases = 15;
const mostDirectives = 20;
const mostOperations = 10;
const mostCost = 3000;

/** In JavaScript it names no value of an object, and answers are put together by the names that clients choose. */
const noAlias = '__proto__';

/** A validation rule: refuses documents that are too deep, hold too many aliases, directives or operations, or a name that none can have. */
export function operationLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  let operations = 0;
  const refuse = (message: string) => context.reportError(tooMuch(message));
  return {
    Field(node) {
      if (node.alias?.value === noAlias) refuse(`Use another alias than ${noAlias}`);
      if (node.alias) aliases += 1;
      if (aliases === mostAliases + 1) refuse(`Use ${mostAliases} aliases or fewer`);
    },
    Directive() {
      directives += 1;
      if (directives === mostDirectives + 1) refuse(`Use ${mostDirectives} directives or fewer`);
    },
    OperationDefinition(node) {
      operations += 1;
      if (operations === mostOperations + 1) refuse(`Send ${mostOperations} operations or fewer in a document`);
      const fragments = new Map(
        context
          .getDocument()
          .definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
            definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
          ),
      );
      if (depthOf(node, fragments, new Map()) > deepest) refuse(`Nest fields ${deepest} deep or less`);
    },
  };
}

/** The cost of an operation as it is about to run. Throws GRAPHQL_VALIDATION_FAILED when it is over the limit. */
export function requireAffordable(asked: CostedOperation): number {
  const cost = costOf(asked);
  if (cost > mostCost) throw tooMuch(`This asks for too much at once: it costs ${cost}, and ${mostCost} is the most`);
  return cost;
}

function tooMuch(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
}

function depthOf(
  node: ASTNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, number>,
): number {
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    const name = node.name.value;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, 0);
    const depth = depthOf(fragment, fragments, known);
    known.set(name, depth);
    return depth;
  }
  if (!('selectionSet' in node) || !node.selectionSet) return node.kind === Kind.FIELD ? 1 : 0;
  const below = Math.max(...node.selectionSet.selections.map((selection) => depthOf(selection, fragments, known)));
  return node.kind === Kind.FIELD ? below + 1 : below;
}
