/** What the hub takes from a provider's claims. Pure. */
import { kindProblem } from '@hub/core/contract';
import { plainEmail } from '@hub/plugins/identity/contract';
import type { OidcSettings } from '@hub/core/server';

export type Claims = Readonly<Record<string, unknown>>;

export interface PersonInClaims {
  readonly name: string | null;
  readonly roleTitle: string | null;
  /** Only an address that the provider says it has verified. It is where letters go, and never who somebody is. */
  readonly email: string | null;
}

type ClaimNames = Pick<OidcSettings, 'nameClaim' | 'emailClaim' | 'roleClaim'>;

/** Who the claims describe. */
export function personIn(claims: Claims, { nameClaim, emailClaim, roleClaim }: ClaimNames): PersonInClaims {
  const email = claims[emailClaim];
  return {
    name: plainLine(claims[nameClaim]),
    roleTitle: roleClaim ? plainLine(claims[roleClaim]) : null,
    email: claims.email_verified === true && typeof email === 'string' ? plainEmail(email) : null,
  };
}

/** Whether the claims lack what the provider may tell of somebody elsewhere. */
export function isScant(claims: Claims, { nameClaim, emailClaim }: ClaimNames): boolean {
  return claims[nameClaim] === undefined || claims[emailClaim] === undefined;
}

/** What is wrong with the level of the sign-in; null when it is as asked. */
export function levelProblem(claims: Claims, { acr }: Pick<OidcSettings, 'acr'>): string | null {
  return acr === null || claims.acr === acr ? null : 'level';
}

/** Whether the provider asked for a second factor itself. */
export function hasSecondFactor(claims: Claims, { secondFactorAcrs }: Pick<OidcSettings, 'secondFactorAcrs'>): boolean {
  return typeof claims.acr === 'string' && secondFactorAcrs.includes(claims.acr);
}

/** One line without control or invisible characters, as names are; null for one that looks like another. */
function plainLine(value: unknown): string | null {
  if (typeof value !== 'string' || !value.isWellFormed()) return null;
  const text = value
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, 120);
  return text === '' || kindProblem(text, 'NAME') ? null : text;
}
