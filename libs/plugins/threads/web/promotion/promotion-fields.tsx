/** Into which record, and what it shall say. */
import { usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Select, TextArea, TextField, WhoSees } from '@hub/ui';
import { PartsToAskAboutDocument } from './promotion.generated';
import type { PromotionWriting } from './writing';

interface PromotionFieldsProps {
  readonly records: readonly { readonly value: string; readonly label: string; readonly whoCanSee: string }[];
  readonly value: PromotionWriting;
  readonly onChange: (change: Partial<PromotionWriting>) => void;
}

const unchosen = { value: '', label: 'Choose' };

export function PromotionFields({ records, value, onChange }: PromotionFieldsProps) {
  const { kind, record } = value;
  const chosen = records.find((each) => each.value === record);
  return (
    <>
      <Select
        name="record"
        label={kind === 'QUESTION' ? 'About which intervention?' : 'In which record?'}
        choices={[unchosen, ...records]}
        value={record}
        onChange={(next) => onChange({ record: next, component: '' })}
      />
      {kind === 'QUESTION' && record && <PartField key={record} {...{ record, value, onChange }} />}
      {kind === 'SUITABILITY' && (
        <TextField
          name="title"
          label="Title of the finding"
          limit={textLimits['PromotePostInput.title']}
          value={value.title}
          onChange={(title) => onChange({ title })}
        />
      )}
      <TextArea
        name="words"
        label={labels[kind]}
        hint="This is what the post says. Change it to what your record needs. Do not include details of patients"
        rows={6}
        limit={textLimits['PromotePostInput.words']}
        value={value.words}
        onChange={(words) => onChange({ words })}
      />
      {kind === 'CHANGE' && (
        <TextArea
          name="why"
          label="Why?"
          rows={3}
          limit={textLimits['PromotePostInput.why']}
          value={value.why}
          onChange={(why) => onChange({ why })}
        />
      )}
      {chosen && <WhoSees label="Who will see this" who={chosen.whoCanSee} />}
    </>
  );
}

const labels = {
  CHANGE: 'What did you change?',
  SUITABILITY: 'What did you find out?',
  LEARNING: 'What did you learn?',
  QUESTION: 'What do you ask?',
} as const;

function PartField({ record, value, onChange }: Omit<PromotionFieldsProps, 'records'> & { readonly record: string }) {
  const { data } = usePageQuery(PartsToAskAboutDocument, { id: record });
  const version = data.node && 'currentVersion' in data.node ? data.node.currentVersion : null;
  const parts = version?.components ?? [];
  if (parts.length === 0) return <p>What is published of it has no parts to ask about yet.</p>;
  return (
    <Select
      name="component"
      label="About which part?"
      choices={[unchosen, ...parts.map(({ key, name }) => ({ value: key, label: name }))]}
      value={value.component}
      onChange={(component) => onChange({ component })}
    />
  );
}
