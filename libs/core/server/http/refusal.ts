/** How a request that never reaches GraphQL is refused: in the shape of GraphQL's errors, so that clients read one shape only. */

export interface Refusal {
  readonly errors: readonly [{ readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }];
}

/** The body of a refusal. */
export function refusal(code: string, message: string, extra: Readonly<Record<string, unknown>> = {}): Refusal {
  return { errors: [{ message, extensions: { code, ...extra } }] };
}

const codes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'BAD_USER_INPUT',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
};

/** The code that says the same as an HTTP status of a refusal. */
export function codeOfStatus(status: number): string {
  return codes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
}

const statuses: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(codes).map(([status, code]) => [code, Number(status)])),
  BAD_USER_INPUT: 400,
};

/** The HTTP status that says the same as a code. */
export function statusOfCode(code: string): number {
  return statuses[code] ?? 400;
}
