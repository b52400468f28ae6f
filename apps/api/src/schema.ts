/** The text of the composed schema, for the code generator. */
import { composeHubSchema } from '@hub/core/server';
import { plugins } from './plugins';

export const composeSchemaText = (): string => composeHubSchema(plugins);
