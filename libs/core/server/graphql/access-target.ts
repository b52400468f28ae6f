/** Which thing an @allow rule is about, from the arguments. */
import { entityRef, kindOfId } from '@hub/core/contract';
import { valueAt } from '../read/run-context';
import type { AccessRule } from './access-directive';
import { NotFound } from './errors';

/**
 * The id that the rule's `on` names, or null for rules about nothing in particular. A plain name stands for one of the rule's kind;
 * the id of another kind is NOT_FOUND.
 */
export function targetOf(rule: AccessRule & { kind: 'allow' }, args: Readonly<Record<string, unknown>>): string | null {
  if (!rule.on) return null;
  const value = valueAt(args, rule.on);
  if (typeof value !== 'string') throw new NotFound();
  const kind = kindOfId(value);
  if (kind && kind === (rule.entityKind ?? kind)) return value;
  if (kind || !rule.entityKind) throw new NotFound();
  return entityRef(rule.entityKind, 'network', value);
}
