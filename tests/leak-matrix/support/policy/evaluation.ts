/** Who may read the types of `evaluation`. */
import { noFamily, type TypesOfPlugin } from './rows';

export const evaluation: TypesOfPlugin = {
  guarded: {
    Evaluation: {
      rule: 'a draft by those who write or evaluate for its site; a published or withdrawn one by whoever may read what it is about',
      plain: ['periodFrom', 'periodTo', 'whoCanSee'],
      unfilled: noFamily,
    },
    EvaluationCorrection: { rule: 'whoever may read the evaluation' },
    EvaluationSubject: {
      rule: 'whoever may read the intervention or adaptation that it is',
      made: { title: 'the title of what can be evaluated' },
    },
    EvaluationConnection: { rule: 'as its evaluations, counted for the viewer' },
    EvaluationEdge: { rule: 'as its evaluation', plain: ['cursor'] },
  },
  payloads: ['EvaluationPayload'],
};
