/** What a move asks beside what was learned: why it goes back, what was decided, how it ended, and who will read it. */
import { WhoWillSee } from '@hub/core/web';
import { textLimits, type AdaptationStage } from '@hub/graphql';
import { needsReason } from '@hub/plugins/adaptations/contract';
import { Radios, TextArea, WhoSees } from '@hub/ui';
import type { ShownAdaptation } from '../record/record';
import { EndingFields } from './ending-fields';
import { asksDecision, isEnding, type MoveFacts, type StageWriting } from './stage-writing';
import { KeptForNow } from './who-publishes';

interface MoveFieldsProps {
  readonly adaptation: ShownAdaptation;
  readonly facts: MoveFacts;
  readonly to: AdaptationStage;
  readonly value: StageWriting;
  readonly change: (fields: Partial<StageWriting>) => void;
}

const decisions = [
  { value: 'ADOPTED', label: 'Use it as it is' },
  { value: 'ADAPTED', label: 'Use it with changes' },
] as const;

const readers = [
  { value: 'no', label: 'Everyone signed in to the hub', hint: 'It saves others the same work' },
  { value: 'yes', label: 'Only our site, for now', hint: 'You can share it later' },
] as const;

/** Nothing for a move that asks no more. */
export function MoveFields({ adaptation, facts, to, value, change }: MoveFieldsProps) {
  const { id, site } = adaptation;
  return (
    <>
      {needsReason(facts.stage, to) && (
        <TextArea
          name="reason"
          label="Why do you go back to this?"
          labelSize="s"
          hint="For example, the nurse who led it has left"
          rows={3}
          limit={textLimits['MoveAdaptationInput.reason']}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      {asksDecision(facts, to) && (
        <Radios
          name="decision"
          label="What did you decide?"
          choices={decisions}
          value={value.decision === 'DECLINED' ? null : value.decision}
          onChange={(decision) => change({ decision })}
        />
      )}
      {isEnding(to) && <EndingFields stage={to} {...{ site, value }} adaptation={id} onChange={change} />}
      {isEnding(to) && facts.opens && facts.viewerCanPublish && (
        <Radios
          name="keeps"
          label="Who can read it?"
          choices={readers}
          value={value.keeps}
          onChange={(keeps) => change({ keeps })}
        />
      )}
    </>
  );
}

interface WhoWillReadProps {
  readonly adaptation: ShownAdaptation;
  readonly facts: MoveFacts;
  readonly to: AdaptationStage | null;
  readonly keeps: StageWriting['keeps'];
}

/** Of the whole record, what is written here included: the move itself may open it. */
export function WhoWillRead({ adaptation, facts, to, keeps }: WhoWillReadProps) {
  const label = 'Who will see the record, with what you write here';
  if (facts.opens && !facts.viewerCanPublish) return <KeptForNow site={adaptation.site} />;
  const opens = facts.opens && !(isEnding(to) && keeps === 'yes');
  return opens ? (
    <WhoWillSee label={label} thing={{ visibility: 'NETWORK', within: [adaptation.sourceIntervention.id] }} />
  ) : (
    <WhoSees label={label} who={adaptation.whoCanSee} />
  );
}
