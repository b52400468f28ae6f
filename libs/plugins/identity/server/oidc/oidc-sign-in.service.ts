/** Signing in at the OpenID provider: code flow with PKCE, state and nonce; somebody is who issuer and subject say, whatever their address. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import {
  addressGroup,
  Attempts,
  Audit,
  Database,
  hashOfToken,
  hubSettings,
  Log,
  newToken,
  type Settings,
} from '@hub/core/server';
import * as openid from 'openid-client';
import type { EntityManager } from 'typeorm';
import { LoginRecord, OidcStartRecord } from '../identity.records';
import { oidcStarts } from '../limits';
import { PeopleService } from '../account/people.service';
import { safeReturnPath } from '../return-path.rules';
import { SignIn, type Proven, type SignedIn } from '../sign-in.service';
import type { Visit } from '../visit';
import { hasSecondFactor, isScant, levelProblem, personIn, type Claims, type PersonInClaims } from './claims.rules';
import { OidcProvider } from './provider';
import { notUnderstood, refusedBecause } from './refused';

/** How long somebody may take at the provider. */
export const startSeconds = 10 * 60;

export interface OidcStarted {
  /** The provider's page. */
  readonly href: string;
  /** For the cookie that ties the answer to this browser. */
  readonly token: string;
}

/** What the provider said in an answer that holds. */
interface Answer {
  readonly claims: Claims & { readonly iss: string; readonly sub: string };
  readonly person: PersonInClaims;
}

@Injectable()
export class OidcSignIn {
  constructor(
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Log) private readonly log: Log,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {}

  /** Begins. Throws RATE_LIMITED, and whatever goes wrong at the provider when it is asked how it works. */
  async start(wantedPath: string | undefined, visit: Visit): Promise<OidcStarted> {
    const { acr } = this.provider.asked;
    await this.attempts.count(oidcStarts, addressGroup(visit.address));
    const configuration = await this.provider.configuration();
    const token = newToken();
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    await this.database.source.manager.insert(OidcStartRecord, {
      cookieHash: hashOfToken(token),
      ...{ state, nonce, verifier },
      returnPath: safeReturnPath(wantedPath),
      expiresAt: new Date(Date.now() + startSeconds * 1000),
    });
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.provider.callback.href,
      scope: 'openid profile email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      max_age: String(this.oldestSeconds),
      ...(acr ? { acr_values: acr } : {}),
    });
    return { href: url.href, token };
  }

  /** Takes the provider's answer. Throws OidcRefused for one that does not hold; each is on record. */
  async finish(query: string, token: string | null, visit: Visit): Promise<SignedIn & { readonly returnPath: string }> {
    let returnPath = '/';
    try {
      const start = await this.take(token);
      returnPath = start.returnPath;
      const answer = await this.answerTo(start, query);
      const signedIn = await this.database.transaction((tx) => this.open(tx, answer, visit));
      await this.signIn.endFormer(visit);
      return { ...signedIn, returnPath };
    } catch (error) {
      const refused = refusedBecause(error);
      if (refused.reason === notUnderstood) this.log.warn('A sign-in at the OpenID provider failed', error);
      const facts = { way: 'oidc', reason: refused.reason };
      await this.audit.addAlone({ action: 'sign-in.refused', actor: null, outcome: 'refused', facts });
      throw Object.assign(refused, { returnPath });
    }
  }

  /** Somebody who was last asked who they are longer ago than a session may last is asked again. */
  private get oldestSeconds(): number {
    return this.settings.sessionHours * 60 * 60;
  }

  /** What was begun in this browser: each beginning has one end. */
  private async take(token: string | null): Promise<OidcStartRecord> {
    const cookieHash = token && hashOfToken(token);
    const manager = this.database.source.manager;
    const start = cookieHash ? await manager.findOneBy(OidcStartRecord, { cookieHash }) : null;
    const taken = start && (await manager.delete(OidcStartRecord, { cookieHash: start.cookieHash }));
    if (!start || taken?.affected !== 1 || start.expiresAt <= new Date()) throw refusedBecause('no beginning');
    return start;
  }

  private async answerTo({ state, nonce, verifier }: OidcStartRecord, query: string): Promise<Answer> {
    const configuration = await this.provider.configuration();
    const answered = new URL(`?${query}`, this.provider.callback);
    const tokens = await openid.authorizationCodeGrant(configuration, answered, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      maxAge: this.oldestSeconds,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw refusedBecause('no ID token');
    const problem = levelProblem(claims, this.provider.asked);
    if (problem) throw refusedBecause(problem);
    return {
      claims,
      person: personIn(await this.moreOf(configuration, claims, tokens.access_token), this.provider.asked),
    };
  }

  /** Some providers tell name and address only when asked for them. */
  private async moreOf(
    configuration: openid.Configuration,
    claims: Answer['claims'],
    accessToken: string,
  ): Promise<Claims> {
    const isTold = !isScant(claims, this.provider.asked) || !configuration.serverMetadata().userinfo_endpoint;
    const isKnown = await this.memberOf(this.database.source.manager, claims);
    if (isTold || (isKnown && !this.settings.adminEmail)) return claims;
    return { ...(await openid.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
  }

  private async open(tx: EntityManager, { claims, person }: Answer, visit: Visit): Promise<SignedIn> {
    const at = new Date();
    const { iss: issuer, sub: subject } = claims;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${issuer} ${subject}`]);
    const known = await this.memberOf(tx, claims);
    const member = known ?? (await this.addPerson(tx, person, at));
    if (!known) await tx.insert(LoginRecord, { issuer, subject, memberRef: member, since: at });
    if (this.isNamedAdministrator(subject, person)) await this.signIn.makeAdministrator(tx, member, at);
    const session = typeof claims.sid === 'string' ? claims.sid : null;
    const proven: Proven = {
      member,
      way: 'oidc',
      isNew: !known,
      hasSecondFactor: hasSecondFactor(claims, this.provider.asked),
      provider: { issuer, subject, session },
    };
    return this.signIn.open(tx, proven, visit, at);
  }

  /** Whom the settings name: by their subject at this issuer, or by an address that the provider says it has verified. */
  private isNamedAdministrator(subject: string, { email }: PersonInClaims): boolean {
    const { adminEmail } = this.settings;
    return subject === this.provider.asked.adminSubject || (adminEmail !== null && email === adminEmail);
  }

  /** An address that is somebody else's already stays theirs: it makes nobody the same person. */
  private async addPerson(tx: EntityManager, { name, roleTitle, email }: PersonInClaims, at: Date): Promise<EntityRef> {
    const member = await this.signIn.addPerson(tx, name, roleTitle, at);
    const isFree = email !== null && (await this.people.memberWithEmail(tx, email)) === null;
    if (isFree) await this.people.setEmail(tx, member, email, at);
    return member;
  }

  private async memberOf(tx: EntityManager, { iss, sub }: Answer['claims']): Promise<EntityRef | null> {
    const login = await tx.findOneBy(LoginRecord, { issuer: iss, subject: sub });
    return login?.memberRef ?? null;
  }
}
