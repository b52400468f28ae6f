/** Who may read the types of `moderation`. */
import { type TypesOfPlugin } from './rows';

export const moderation: TypesOfPlugin = {
  guarded: {
    Report: { rule: 'whoever reported, and moderators who may read the thread' },
    ReportConnection: { rule: 'whoever reported' },
    ReportEdge: { rule: 'whoever reported', plain: ['cursor'] },
    ModerationCase: {
      rule: 'moderators who may read the thread and did not write it; an anonymous author by the one who opened the name',
      unfilled: { openedName: 'whoever opens a name is no viewer here: names.db.spec.ts' },
    },
    Appeal: { rule: 'as its case' },
    NameOpening: { rule: 'as its case' },
    ModerationCaseConnection: { rule: 'as its cases, counted for the viewer' },
    ModerationCaseEdge: { rule: 'as its case', plain: ['cursor'] },
    OwnCase: {
      rule: 'the one who wrote what it is about, once it is hidden or decided',
      made: { decisionReason: 'ModerationCase.decisionReason' },
    },
    OwnCaseConnection: { rule: 'as its cases' },
    OwnCaseEdge: { rule: 'as its case', plain: ['cursor'] },
  },
  payloads: ['ReportPayload', 'ModerationCasePayload', 'OpenNamePayload', 'OwnCasePayload'],
};
