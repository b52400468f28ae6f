/** Someone else changed what was being written: both texts, and three ways on. Nothing is lost whichever is chosen. */
import { useEffect, useRef } from 'react';
import { DiffText } from '../text/diff-text';
import { Button, ButtonGroup } from './button';

export interface ConflictingText {
  readonly heading: string;
  readonly mine: string;
  readonly theirs: string;
}

export type ConflictChoice = 'mine' | 'theirs' | 'combined';

interface ConflictCompareProps {
  readonly texts: readonly ConflictingText[];
  /** With `combined` the form comes back with both together, to be put right by hand. */
  readonly onChoose: (choice: ConflictChoice) => void;
}

/** Shows only the texts that differ. */
export function ConflictCompare({ texts, onChoose }: ConflictCompareProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const differing = texts.filter((text) => text.mine !== text.theirs);
  return (
    <section className="hub-conflict" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        Someone else changed this while you were writing
      </h2>
      {differing.map((text) => (
        <div key={text.heading}>
          <h3>{text.heading}</h3>
          <DiffText
            source={text.theirs}
            local={text.mine}
            sourceHeading="What is there now"
            localHeading="What you wrote"
          />
        </div>
      ))}
      <ButtonGroup>
        <Button onClick={() => onChoose('mine')}>Keep mine</Button>
        <Button look="secondary" onClick={() => onChoose('theirs')}>
          Keep theirs
        </Button>
        <Button look="secondary" onClick={() => onChoose('combined')}>
          Combine them
        </Button>
      </ButtonGroup>
    </section>
  );
}
