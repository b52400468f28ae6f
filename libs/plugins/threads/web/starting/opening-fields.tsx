/** What a discussion opens with: one box, or for learning three questions. */
import { textLimits, type ThreadKind } from '@hub/graphql';
import { TextArea } from '@hub/ui';
import { PostField } from '../posts/post-field';
import { learningPrompts, type LearningAnswers } from './learning';

interface OpeningFieldsProps {
  readonly kind: ThreadKind;
  readonly body: string;
  readonly learning: LearningAnswers;
  readonly onChange: (fields: { readonly body?: string; readonly learning?: LearningAnswers }) => void;
}

const noPatients = 'Do not include details of patients';

export function OpeningFields({ kind, body, learning, onChange }: OpeningFieldsProps) {
  if (kind !== 'LEARNING')
    return (
      <PostField
        label="What do you want to say?"
        hint={noPatients}
        rows={8}
        limit={textLimits['StartThreadInput.body']}
        value={body}
        onChange={(value) => onChange({ body: value })}
      />
    );
  return learningPrompts.map(({ key, label }, index) => (
    <TextArea
      key={key}
      name={key}
      label={label}
      hint={index === 0 ? noPatients : undefined}
      rows={5}
      value={learning[key]}
      onChange={(value) => onChange({ learning: { ...learning, [key]: value } })}
    />
  ));
}
