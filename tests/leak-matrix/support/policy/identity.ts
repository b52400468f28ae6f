/** Who may read the types of `identity`. */
import { type TypesOfPlugin } from './rows';

export const identity: TypesOfPlugin = {
  guarded: {
    Account: {
      rule: 'oneself',
      plain: ['newEmail'],
      unfilled: { newEmail: 'nobody changes their address here: email-change.db.spec.ts' },
    },
    Session: { rule: 'oneself', plain: ['device'] },
    SecondFactor: { rule: 'oneself' },
    ApiToken: {
      rule: 'oneself',
      unfilled: {
        lastUsedAt: 'no token is used here: api-tokens.db.spec.ts',
        revokedAt: 'none is taken back here',
      },
    },
  },
  payloads: [
    'EndSessionsPayload',
    'StartSecondFactorPayload',
    'RenewRecoveryCodesPayload',
    'ConfirmSecondFactorPayload',
    'ProveSecondFactorPayload',
    'RemoveSecondFactorPayload',
    'EmailChangePayload',
    'MakeApiTokenPayload',
    'RevokeApiTokenPayload',
    'ExportMyDataPayload',
    'EraseMePayload',
  ],
};
