/** What a service is handed when somebody changes something: who, when, and the open transaction. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { memberKeys, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { AccountRecord } from '../database/core.records';

export interface Action {
  readonly actor: Viewer & { readonly ref: EntityRef };
  readonly at: Date;
  readonly tx: EntityManager;
  /** Gives the browser another token for its session once this is committed. Absent where no browser asks. */
  readonly handOver?: (token: string) => void;
}

/** The action of the running mutation, as a resolver's parameter. Core opens and commits its transaction. */
export const InAction = createParamDecorator((_data: unknown, context: ExecutionContext): Action => {
  const [, , graphqlContext] = context.getArgs<[unknown, unknown, { action?: Action }]>();
  if (!graphqlContext.action) throw new Error('Only mutations have an action.');
  return graphqlContext.action;
});

/** An action in a member's name at a given time: how demonstration content and handlers use the services that people use. */
export async function actionOf(tx: EntityManager, member: EntityRef, at: Date): Promise<Action> {
  const account = await tx.findOneBy(AccountRecord, { ref: member });
  return { actor: { ref: member, keys: account?.keys ?? memberKeys(member), sessionId: null }, at, tx };
}
