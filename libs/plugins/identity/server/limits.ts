/** How often things may be tried, counted for every instance together. */
import type { AttemptLimit } from '@hub/core/server';

const withinSeconds = 15 * 60;

/** Wrong codes for one e-mail address, and from one network address (S1). What succeeds is given back. */
export const codeByAccount: AttemptLimit = { what: 'code by account', most: 10, withinSeconds };
export const codeByAddress: AttemptLimit = { what: 'code by address', most: 50, withinSeconds };

/** Codes asked for: letters to one e-mail address, and from one network address, behind which a whole hospital may be. */
export const askedForAccount: AttemptLimit = { what: 'code asked for account', most: 10, withinSeconds };
export const askedByAddress: AttemptLimit = { what: 'code asked by address', most: 100, withinSeconds };

/** Wrong codes of one member's second step. */
export const secondFactorTries: AttemptLimit = { what: 'second factor', most: 10, withinSeconds };

/** Sign-ins begun at the provider from one network address: each leaves a row for some minutes. */
export const oidcStarts: AttemptLimit = { what: 'oidc start', most: 300, withinSeconds };

/** Letters that a member may have sent to an address that is not theirs yet. */
export const emailChanges: AttemptLimit = { what: 'email change', most: 5, withinSeconds: 60 * 60 };
