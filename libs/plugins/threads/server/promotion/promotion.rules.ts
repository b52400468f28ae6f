/** What a promotion must say, as pure functions. */
import { kindOfId, type EntityRef } from '@hub/core/contract';
import { BadUserInput } from '@hub/core/server';
import type { PromotionKind } from '@hub/plugins/threads/contract';
import { recordKinds } from './promotion.read';

export interface PromotePost {
  readonly post: string;
  readonly expectedRevision: number;
  readonly kind: PromotionKind;
  readonly record: EntityRef;
  readonly title?: string | null;
  readonly words: string;
  readonly why?: string | null;
  readonly component?: string | null;
  readonly again?: boolean | null;
}

export interface TakeOutPromotion {
  readonly record: EntityRef;
  readonly promotion: string;
}

const nounOf = { adaptation: 'Choose an adaptation', intervention: 'Choose an intervention' } as const;

/** Throws BAD_USER_INPUT for each thing that this kind needs and is not there. */
export function requireWhole({ kind, record, title, why, component }: PromotePost): void {
  const problems = [
    ...(kindOfId(record) === recordKinds[kind] ? [] : [{ path: 'input.record', message: nounOf[recordKinds[kind]] }]),
    ...(kind === 'SUITABILITY' && !title?.trim() ? [{ path: 'input.title', message: 'Enter a title' }] : []),
    ...(kind === 'CHANGE' && !why?.trim() ? [{ path: 'input.why', message: 'Enter why' }] : []),
    ...(kind === 'QUESTION' && !component ? [{ path: 'input.component', message: 'Choose a part' }] : []),
  ];
  if (problems.length > 0) throw new BadUserInput(problems);
}
