/** What happens to people. The subject of `person.signed-in-first` is the member. */
import { domainEvent } from '@hub/core/contract';

export const personSignedInFirst = domainEvent<{ readonly way: 'code' | 'oidc' }>()('person.signed-in-first');

/** Somebody asked for a code; the subject names the request, never a person. Told to the plugin itself, which writes the letter. */
export const codeAsked = domainEvent<Record<string, never>>()('sign-in.code-asked');
