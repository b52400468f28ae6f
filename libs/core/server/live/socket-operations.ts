/** What may be asked over a live connection: one live operation, by the rules that hold over HTTP. */
import { GraphQLError, OperationTypeNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { checkedOperation } from '../graphql/checked-operation';
import type { HubContext } from '../graphql/context';
import type { CallLimit } from '../http/call-limit';
import type { TrustedDocuments } from '../http/trusted-documents';
import type { KnownDocuments } from './known-documents';
import type { LiveListener } from './listener';

export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly calls: CallLimit;
  readonly documents: TrustedDocuments;
}

/** A live connection as its operations know it. */
export interface Listening {
  readonly context: HubContext;
  readonly known: KnownDocuments;
  readonly listener: Omit<LiveListener, 'operation'>;
}

/** The operation, ready to be subscribed to, or the coded errors that refuse it. */
export async function prepare(
  parts: OperationParts,
  payload: SubscribePayload,
  listening: Listening,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    return await checked(parts, payload, listening);
  } catch (error) {
    const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    return errors.map((each) =>
      each instanceof GraphQLError ? each : new GraphQLError('', { originalError: each as Error }),
    );
  }
}

async function checked(
  { schema, calls, documents }: OperationParts,
  payload: SubscribePayload,
  { context, known, listener }: Listening,
): Promise<ExecutionArgs> {
  await calls.takeCall(context);
  const query = String(documents.textOf(payload));
  const { document, operation, variables, cost } = checkedOperation(schema, { ...payload, query }, (...asked) =>
    known.valid(...asked),
  );
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw new GraphQLError('Only live operations run here. Send others over HTTP', {
      extensions: { code: 'BAD_REQUEST' },
    });
  await calls.takeCost(context, cost);
  const asked = { schema, document, operationName: payload.operationName ?? null, variableValues: variables };
  return { ...asked, contextValue: { ...context, listener: { ...listener, operation: asked } } };
}
