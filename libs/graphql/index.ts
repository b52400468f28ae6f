/** The composed schema as types, the limits of its texts, and what the client's cache must know of it. All generated. */
export type * from './schema';
export * from './limits';
export * from './guarded-texts';
export * from './possible-types';
