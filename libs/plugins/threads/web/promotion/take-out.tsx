/** Takes something out of a record, or only where it came from; asked twice. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, Hidden, LinkButton } from '@hub/ui';
import { TakeOutPromotionDocument, type RecordPromotionFragment } from './promotion.generated';

interface TakeOutProps {
  readonly promotion: RecordPromotionFragment;
  /** Told what was done, in words. */
  readonly onDone: (words: string) => void;
}

export default function TakeOut({ promotion: { id, kind, words, record }, onDone }: TakeOutProps) {
  const [isAsking, setAsking] = useState(false);
  // A change and a finding are corrected where the record has them.
  const isOwn = kind === 'LEARNING' || kind === 'QUESTION';
  const form = useMutationForm(TakeOutPromotionDocument, { onDone: () => onDone(isOwn ? isGone : leadsNowhere) });
  const label = isOwn ? 'Take this out of the record' : 'Forget where this came from';
  if (!isAsking)
    return (
      <p className="hub-no-print">
        <LinkButton onClick={() => setAsking(true)}>
          {label}
          <Hidden>: {words}</Hidden>
        </LinkButton>
      </p>
    );
  return (
    <div role="group" aria-label={label} tabIndex={-1} ref={(group) => group?.focus()}>
      <p>{isOwn ? goesForGood : entryStays}</p>
      <MutationProblems problem={form.problem} />
      <ButtonGroup>
        <Button look="warning" small onClick={() => void form.submit({ record: record.id, promotion: id })}>
          {isOwn ? 'Take it out' : 'Forget it'}
        </Button>
        <Button look="secondary" small onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </ButtonGroup>
    </div>
  );
}

const isGone = 'It is taken out of the record.';
const leadsNowhere = 'The record no longer says where it came from.';
const goesForGood = 'Take this out of the record for everyone? The post that it came from stays as it is.';
const entryStays = 'The record keeps what it says. It no longer leads to the discussion, nor the discussion to it.';
