/** The injection token of the hub's settings. */
export const hubSettings = Symbol('hub settings');
