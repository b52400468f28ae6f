/** What browsers are told where signing in at the provider did not work: which of three things, and the way back. */
import type { HubPage } from '@hub/core/server';
import type { FastifyReply } from 'fastify';

/** With the status of each. The words are the page's. */
const statuses = { 'did-not-work': 401, 'provider-away': 503, 'too-many': 429 } as const;

export type SignInProblem = keyof typeof statuses;

/** Where the hub serves no pages, such as in development. */
const plainPage =
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>You are not signed in – Vanguard hub</title></head><body><main><h1>You are not signed in</h1>` +
  `<p>Signing in did not work. <a href="/sign-in">Try again</a>.</p></main></body></html>`;

/** Answers with the hub's page. Nothing of what the provider said is in it. */
export function sendProblem(
  page: HubPage,
  reply: FastifyReply,
  problem: SignInProblem,
  returnPath = '/',
): Promise<void> {
  return page.send(reply, statuses[problem], { 'sign-in-problem': problem, return: returnPath }, plainPage);
}
