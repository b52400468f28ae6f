/** One change: its answers with the way to change each, or, when the address asks for it, one question. */
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '@hub/core/web';
import { rowName } from '../address';
import { EditorsOnly } from '../record/editors-only';
import { useRecord } from '../record/record';
import { ChangeAnswers } from './change-answers';
import { QuestionPage } from './question-page';
import { isQuestionId } from './questions';

export default function ChangePage() {
  const { adaptation, path } = useRecord();
  const { change: name = '' } = useParams();
  const [search] = useSearchParams();
  const change = adaptation?.modifications.find((each) => rowName('modification', each.id) === name);
  if (!adaptation || !change) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  const question = search.get('question');
  if (!isQuestionId(question)) return <ChangeAnswers {...{ adaptation, change, path }} />;
  const goesOn = search.has('then');
  return <QuestionPage key={question} {...{ adaptation, change, path, question, goesOn }} />;
}
