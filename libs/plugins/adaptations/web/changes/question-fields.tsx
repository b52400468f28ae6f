/** The boxes of each question about a change. The question is the page's heading. */
import { Checkboxes, Hidden } from '@hub/ui';
import { sectionItems } from '@hub/plugins/interventions/contract';
import { ManyOf, OneOf, type OnAnswer } from './axis-fields';
import { answered } from './frame-answers';
import { DecidedFields, KindFields, ReasonFields } from './grouped-fields';
import { changeQuestions, fidelityHint, type ChangeFacts, type QuestionId } from './questions';

interface QuestionFieldsProps {
  readonly question: Exclude<QuestionId, 'words'>;
  readonly answer: ChangeFacts;
  /** What was changed, above the question. */
  readonly about: string;
  readonly onChange: (fields: Partial<ChangeFacts>) => void;
}

/** Answers on one page never touch what other pages ask. */
export function QuestionFields({ question, answer, about, onChange }: QuestionFieldsProps) {
  const heading = <QuestionHeading about={about} question={changeQuestions[question].question} />;
  const onAnswer: OnAnswer = (axes, codes) => onChange({ codes: answered(answer.codes, axes, codes) });
  const { codes } = answer;
  switch (question) {
    case 'sections':
      return (
        <Checkboxes
          name="sectionKeys"
          isPageHeading
          labelSize="l"
          label={heading}
          hint="Choose all that changed. Choose none if it is not about one part"
          choices={sectionItems.map(({ key, heading: label }) => ({ value: key as string, label }))}
          values={answer.sectionKeys}
          onChange={(sectionKeys) => onChange({ sectionKeys })}
        />
      );
    case 'kind':
      return <KindFields {...{ heading, codes, onAnswer }} />;
    case 'reasons':
      return <ReasonFields {...{ heading, codes, onAnswer }} />;
    case 'decided':
      return <DecidedFields {...{ heading, codes, onAnswer }} />;
    case 'goal':
    case 'level':
      return (
        <ManyOf axis={question} label={heading} hint="Choose all that apply" {...{ codes, onAnswer }} isPageHeading />
      );
    case 'planning':
    case 'when':
      return <OneOf axis={question} label={heading} {...{ codes, onAnswer }} isPageHeading />;
    case 'fidelity':
      return (
        <OneOf axis="fidelity" label={heading} hint={fidelityHint(codes)} {...{ codes, onAnswer }} isPageHeading />
      );
  }
}

/** The change that the question is about, then the question. */
function QuestionHeading({ about, question }: { readonly about: string; readonly question: string }) {
  return (
    <>
      <span className="nhsuk-caption-l hub-caption-clip">{about}</span>
      <Hidden>: </Hidden>
      {question}
    </>
  );
}
