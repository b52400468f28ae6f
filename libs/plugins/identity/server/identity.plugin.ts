/** Identity: how people show who they are, what keeps them signed in, and what becomes of their data. */
import { definePlugin } from '@hub/core/server';
import {
  admissions,
  AllowedDomains,
  codeAsked,
  People,
  personalData,
  personSignedInFirst,
  SignInFacts,
} from '@hub/plugins/identity/contract';
import schema from '@hub/plugins/identity/contract/schema.graphql';
import { accountReads, accountRoots } from './account/account.read';
import { AccountResolver } from './account/account.resolver';
import { Admission } from './admission.service';
import { AllowedDomainsService } from './codes/allowed-domains.service';
import { CodeController } from './codes/code.controller';
import { CodeRequests } from './codes/code-request.service';
import { CodeSignIn } from './codes/code-sign-in.service';
import { EmailChanges } from './account/email-change.service';
import { Housekeeping } from './housekeeping';
import { identityMigrations } from './identity.migrations';
import { identityPermissions } from './identity.policy';
import { identityRecords } from './identity.records';
import { OwnSecondFactor } from './second-factor/own-second-factor.service';
import { OwnSessions } from './sessions/own-sessions.service';
import { OwnTokens } from './tokens/own-tokens.service';
import { LogoutTokens } from './oidc/logout-tokens';
import { OidcController } from './oidc/oidc.controller';
import { OidcSignIn } from './oidc/oidc-sign-in.service';
import { OidcProvider } from './oidc/provider';
import { PeopleService } from './account/people.service';
import { PersonalDataService } from './account/personal-data.service';
import { SecondFactorSignIn } from './second-factor/second-factor-sign-in.service';
import { SealedSecrets } from './second-factor/sealed-secrets';
import { SecondFactors } from './second-factor/second-factor.service';
import { SendCode } from './codes/send-code.handler';
import { SignInFactsService } from './sign-in-facts.service';
import { SignIn } from './sign-in.service';
import { WaysController } from './ways.controller';

export const identityPlugin = definePlugin({
  id: 'identity',
  needs: ['sites'],
  schema,
  records: identityRecords,
  migrations: identityMigrations,
  permissions: identityPermissions,
  reads: accountReads,
  roots: accountRoots,
  resolvers: [AccountResolver],
  controllers: [WaysController, CodeController, OidcController],
  formPaths: ['/auth/oidc/back-channel-logout'],
  providers: [
    Admission,
    AllowedDomainsService,
    CodeRequests,
    CodeSignIn,
    EmailChanges,
    Housekeeping,
    LogoutTokens,
    OidcProvider,
    OidcSignIn,
    OwnSecondFactor,
    OwnSessions,
    OwnTokens,
    PeopleService,
    PersonalDataService,
    SecondFactorSignIn,
    SealedSecrets,
    SecondFactors,
    SignIn,
    { provide: AllowedDomains, useExisting: AllowedDomainsService },
    { provide: People, useExisting: PeopleService },
    SignInFactsService,
    { provide: SignInFacts, useExisting: SignInFactsService },
  ],
  events: [personSignedInFirst, codeAsked],
  handlers: [{ event: codeAsked.name, handler: SendCode }],
  offers: [admissions, personalData],
});
