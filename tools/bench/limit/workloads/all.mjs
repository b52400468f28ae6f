/** Everything that is asked of both sides. */
import { family } from './family.mjs';
import { feed } from './feed.mjs';
import { reply } from './reply.mjs';
import { search } from './search.mjs';
import { thread } from './thread.mjs';

/**
 * @typedef {object} Workload
 * @property {string} id
 * @property {string} name
 * @property {(world: {sql: Function, viewers: readonly object[], ask: Function}) => Promise<{hub: {cookie: string, body: object}, raw: {name?: string, text: string, values: unknown[]}}[]>} questions
 * @property {readonly string[]} leftOut fields that only one side can give, or that are new with every change
 * @property {(sql: Function, since: Date) => Promise<object>} [traces] what a change left in the tables
 */

/** @type {readonly [Workload, ...Workload[]]} */
export const workloads = [feed, thread, family, search, reply];
