/** The questions about an ending: the main reason, in words, what was tried, and what came out of it. */
import { endingReasons } from '@hub/plugins/adaptations/contract';
import { PartBoundary } from '@hub/core/web';
import { textLimits, type AdaptationStage } from '@hub/graphql';
import { Radios, TextArea } from '@hub/ui';
import { endingReasonWords } from '../ending-words';
import type { EndingWriting } from './ending-writing';
import { GrewField } from './grew-field';

interface EndingFieldsProps {
  readonly stage: AdaptationStage;
  readonly site: { readonly slug: string; readonly name: string };
  /** The record itself, which cannot have grown from itself. */
  readonly adaptation: string;
  readonly value: EndingWriting;
  readonly onChange: (fields: Partial<EndingWriting>) => void;
}

/** Only the first is needed. */
export function EndingFields({ stage, site, adaptation, value, onChange }: EndingFieldsProps) {
  const declined = stage === 'DECLINED';
  return (
    <>
      <Radios
        name="ending.reason"
        label={declined ? 'What was the main reason to decide against it?' : 'What was the main reason to stop?'}
        choices={endingReasons.map((reason) => ({ value: reason, label: endingReasonWords[reason] }))}
        value={value.because}
        onChange={(because) => onChange({ because })}
      />
      <TextArea
        name="ending.words"
        label="The reason in your own words"
        labelSize="s"
        hint="What would have to be different? No names, and no details of patients"
        rows={4}
        limit={textLimits['EndingInput.words']}
        value={value.words}
        onChange={(words) => onChange({ words })}
      />
      <TextArea
        name="ending.tried"
        label={declined ? 'What did you do to find out?' : 'What did you try?'}
        labelSize="s"
        rows={4}
        limit={textLimits['EndingInput.tried']}
        value={value.tried}
        onChange={(tried) => onChange({ tried })}
      />
      <TextArea
        name="ending.cameOfIt"
        label="What came out of it?"
        labelSize="s"
        hint="A better idea, a meeting that goes on, something that you now know. Nothing is an answer too"
        rows={4}
        limit={textLimits['EndingInput.cameOfIt']}
        value={value.cameOfIt}
        onChange={(cameOfIt) => onChange({ cameOfIt })}
      />
      <PartBoundary what="what may have grown from it">
        <GrewField {...{ site, adaptation }} grew={value.grew} onChange={(grew) => onChange({ grew })} />
      </PartBoundary>
    </>
  );
}
