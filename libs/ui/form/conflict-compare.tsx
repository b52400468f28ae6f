/** Someone else changed what was being written: both texts, and three ways on. Nothing is lost whichever is chosen. */
import { useEffect, useRef, useState } from 'react';
import { DiffText } from '../text/diff-text';
import { Button, ButtonGroup } from './button';
import { TextArea } from './text-field';

export interface ConflictingText {
  readonly name: string;
  readonly heading: string;
  readonly mine: string;
  readonly theirs: string;
}

export type ConflictChoice = 'mine' | 'theirs' | 'combined';

interface ConflictCompareProps {
  readonly texts: readonly ConflictingText[];
  /** Gets the text to go on with for each name. */
  readonly onChoose: (choice: ConflictChoice, texts: Record<string, string>) => void;
  /** Where what is compared is no text to type in: goes back to the form with both together. */
  readonly onCombine?: () => void;
}

/** Shows only the texts that differ. */
export function ConflictCompare({ texts, onChoose, onCombine }: ConflictCompareProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [combined, setCombined] = useState<Record<string, string> | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const differing = texts.filter((text) => text.mine !== text.theirs);
  const pick = (side: 'mine' | 'theirs') => Object.fromEntries(texts.map((text) => [text.name, text[side]]));

  return (
    <section className="hub-conflict" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        Someone else changed this while you were writing
      </h2>
      {differing.map((text) => (
        <div key={text.name}>
          <h3>{text.heading}</h3>
          <DiffText
            source={text.theirs}
            local={text.mine}
            sourceHeading="What is there now"
            localHeading="What you wrote"
          />
          {combined && (
            <TextArea
              name={`combined-${text.name}`}
              label={`${text.heading}, both together`}
              rows={10}
              value={combined[text.name] ?? ''}
              onChange={(value) => setCombined({ ...combined, [text.name]: value })}
            />
          )}
        </div>
      ))}
      <ButtonGroup>
        {combined ? (
          <Button onClick={() => onChoose('combined', { ...pick('mine'), ...combined })}>Save both together</Button>
        ) : (
          <>
            <Button onClick={() => onChoose('mine', pick('mine'))}>Keep mine</Button>
            <Button look="secondary" onClick={() => onChoose('theirs', pick('theirs'))}>
              Keep theirs
            </Button>
            <Button look="secondary" onClick={onCombine ?? (() => setCombined(joined(differing)))}>
              Combine them
            </Button>
          </>
        )}
      </ButtonGroup>
    </section>
  );
}

function joined(texts: readonly ConflictingText[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [text.name, `${text.theirs}\n\n${text.mine}`]));
}
