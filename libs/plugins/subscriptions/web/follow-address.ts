/** Where the five choices for one thing are. */
export const followAddress = (reference: string): string => `/follow?target=${encodeURIComponent(reference)}`;
