/** Chance that falls the same way in every run, as SQL over a row's number. */

/** A whole number from 0 up to, and without, `most`. `salt` tells one throw for a row from another. */
export const pick = (row, salt, most) =>
  `((hashint8extended((${row})::bigint, ${salt}) & 4611686018427387903) % (${most}))`;

/** A number from 0 up to, and without, 1. */
export const chance = (row, salt) => `(${pick(row, salt, 1_000_000)} / 1000000.0)`;

/** An id that nobody has to look up. */
export const uuid = (prefix, ...parts) =>
  `md5('${prefix}' || ${parts.map((part) => `(${part})`).join(` || '-' || `)})::uuid`;

/** The numbers from 1. */
export const upTo = (most, name = 'n') => `generate_series(1, ${most}) AS ${name}`;
