/** Reasons: every change of administration is told with one, and it is kept. */
import { badInput } from '@hub/core/server';

/** The reason, trimmed. BAD_USER_INPUT when it says nothing. */
export function reasonIn({ reason }: { readonly reason: string }): string {
  const text = reason.trim();
  if (text.length < 3) throw badInput('input.reason', 'Say why. It is kept in the audit log');
  return text;
}
