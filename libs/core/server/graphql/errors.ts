/** The named errors of the public API. Each has a code that clients rely on and a sentence for the person. */
import { patientDetailSentence, type PatientDetail } from '@hub/core/contract';
import { GraphQLError } from 'graphql';

export interface FieldProblem {
  /** The argument path, such as `input.title`. */
  readonly path: string;
  readonly message: string;
}

/** An error that the person is meant to read. Anything else is masked before it leaves the hub. */
export class HubError extends GraphQLError {
  constructor(code: string, message: string, extra: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extra } });
  }
}

/** Input that cannot be taken: names each field and what to do about it. */
export class BadUserInput extends HubError {
  constructor(fields: readonly FieldProblem[]) {
    super('BAD_USER_INPUT', fields[0]?.message ?? 'Check what you entered', { fields });
  }
}

/** A text holds what looks like a detail of a patient. Says where, of what kind and which of them; never what it is. */
export class PatientDetailsSuspected extends HubError {
  constructor(
    findings: readonly SuspectedDetail[],
    sentenceOf: (kind: PatientDetail) => string = patientDetailSentence,
  ) {
    const firsts = findings.filter(
      ({ path, kind }, at) => findings.findIndex((other) => other.path === path && other.kind === kind) === at,
    );
    const fields = firsts.map(({ path, kind }) => ({ path, message: sentenceOf(kind) }));
    super('PII_SUSPECTED', fields[0]?.message ?? 'This looks like a detail of a patient', { findings, fields });
  }
}

export interface SuspectedDetail {
  readonly path: string;
  readonly kind: PatientDetail;
  /** Which of its kind in this text, from 1. */
  readonly nth: number;
}

/** One field that cannot be taken. */
export function badInput(path: string, message: string): BadUserInput {
  return new BadUserInput([{ path, message }]);
}

/** The viewer needs a session for this. */
export class Unauthenticated extends HubError {
  constructor() {
    super('UNAUTHENTICATED', 'Sign in to do this');
  }
}

/** The viewer can see the thing but may not do this to it; the sentence says who can. */
export class Forbidden extends HubError {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}

/** The permission asks for a second factor proved lately: the page asks for one and tries again. */
export class SecondFactorRequired extends HubError {
  constructor() {
    super('FORBIDDEN', 'Confirm that it is you with your second step, then try again', { reason: 'MFA_REQUIRED' });
  }
}

/** Too many tries. Says in how many seconds it can be tried again. */
export class RateLimited extends HubError {
  constructor(
    readonly retryAfterSeconds: number,
    /** The first of a row: later ones are no news. */
    readonly isFirst = false,
  ) {
    super('RATE_LIMITED', `Too many tries. Try again in ${waitInWords(retryAfterSeconds)}`, { retryAfterSeconds });
  }
}

/** There is nothing by that name that the viewer may see. The words never say which of the two it is. */
export class NotFound extends HubError {
  constructor() {
    super('NOT_FOUND', 'It does not exist, or you may not see it');
  }
}

/** Somebody else changed it first, or a request id was used for something else. `current` says what is there now. */
export class Conflict extends HubError {
  constructor(message: string, current?: Record<string, unknown>) {
    super('CONFLICT', message, current ? { current } : {});
  }
}

/** The database cannot be reached just now. */
export class ServiceUnavailable extends HubError {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The hub is busy or restarting. Try again in a moment');
  }
}

/** It took longer than a request may: people are told the same, the log why. */
export class TookTooLong extends ServiceUnavailable {}

function waitInWords(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
