/** What signing in needs to know of a request: where it comes from, the cookie it brings, and how it calls itself. */
import { addressOf, tokenIn, type Settings } from '@hub/core/server';
import type { FastifyRequest } from 'fastify';

export interface Visit {
  readonly address: string;
  readonly device: string;
  /** The token of the session that the browser has already, whether it still runs or not. */
  readonly token: string | null;
}

export function visitOf(request: FastifyRequest, settings: Settings): Visit {
  return {
    address: addressOf(request, settings),
    device: request.headers['user-agent'] ?? '',
    token: tokenIn(request.headers.cookie, settings),
  };
}

/** One text of a JSON body, or undefined. */
export function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  return typeof value === 'string' ? value : undefined;
}
