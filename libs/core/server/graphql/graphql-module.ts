/** GraphQL over HTTP: Apollo Server with the hub's schema, limits and errors. */
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '@hub/core/contract';
import { cookieWith } from '../auth/cookie';
import { Credentials } from '../auth/credentials';
import { addressOf } from '../http/address';
import { CallLimit } from '../http/call-limit';
import { Log } from '../log';
import type { ServerPlugin } from '../plugin/define';
import type { Settings } from '../settings';
import { composeSchema } from './compose-schema';
import type { HubContext } from './context';
import { dateTime } from './date-time';
import { deadlineIn, mostRequestMs } from './deadline';
import { directPlugin } from './direct/direct-plugin';
import { formatError } from './format-error';
import { mostErrors, mostTokens, operationLimits } from './limits';
import { requestPlugin } from './request-plugin';
import { SchemaWiring } from './wire';

/** The module that serves /graphql for these plugins. */
export function graphqlModule(plugins: readonly ServerPlugin[], settings: Settings): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [SchemaWiring, Credentials, CallLimit, Log],
    useFactory: (wiring: SchemaWiring, credentials: Credentials, calls: CallLimit, log: Log): ApolloDriverConfig => ({
      typeDefs: composeSchema(plugins).text,
      resolvers: { DateTime: dateTime },
      transformSchema: (schema) => wiring.wire(schema),
      fieldResolverEnhancers: [],
      context: async (request: FastifyRequest, reply: FastifyReply): Promise<HubContext> => {
        const asker = credentials.askerOf(request.headers, request.headers['hub-unattended'] === undefined);
        const context = {
          viewer: () => asker.viewer(),
          presumed: () => asker.presumed(),
          settled: new Map<string, Promise<unknown>>(),
          becomes: (now: Viewer) => asker.becomes(now),
          address: addressOf(request, settings),
          deadline: deadlineIn(mostRequestMs),
          gone: hangUpOf(reply),
          handOver: (token: string) => void reply.header('set-cookie', cookieWith(token, settings)),
        };
        await calls.takeCall(context);
        return context;
      },
      formatError: (error, cause) => formatError(error, cause, log.error),
      graphiql: false,
      introspection: settings.introspection,
      hideSchemaDetailsFromClientErrors: !settings.introspection,
      includeStacktraceInErrorResponses: false,
      autoTransformHttpErrors: false,
      preserveHttpStatusForExecutionErrors: false,
      persistedQueries: false,
      parseOptions: { maxTokens: mostTokens },
      validationRules: [operationLimits],
      validationOptions: { maxErrors: mostErrors },
      executionOptions: { maxCoercionErrors: mostErrors },
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        requestPlugin(calls),
        directPlugin(),
      ],
    }),
  });
}

/** Aborted when the connection closes before the answer is out. */
function hangUpOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
