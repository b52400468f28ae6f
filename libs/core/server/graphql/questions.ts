/** Asks the hub's own schema from within, as somebody: what is read so is what pages show them, through the same scope. */
import { Inject, Injectable } from '@nestjs/common';
import { execute, type DocumentNode } from 'graphql';
import { SchemaWiring } from './wire';
import type { HubContext } from './context';

@Injectable()
export class Questions {
  constructor(@Inject(SchemaWiring) private readonly wiring: SchemaWiring) {}

  /** The answer to a query of the hub's own. Throws the first error. Limits of what clients may ask do not apply: take the call first. */
  async ask<Answer>(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: HubContext,
  ): Promise<Answer> {
    const { schema } = this.wiring;
    if (!schema) throw new Error('Nothing can be asked before the schema is made.');
    const { data, errors } = await execute({
      ...{ schema, document, variableValues: variables, contextValue: context },
    });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    return data as Answer;
  }
}
