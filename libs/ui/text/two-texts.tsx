/** The frame of a comparison: two headed texts. */
import type { ReactNode } from 'react';

export interface TwoTextsProps {
  readonly source: string;
  readonly local: string;
  /** "At Harbour", "Version 1". */
  readonly sourceHeading: string;
  readonly localHeading: string;
  /** The level of the two headings; 4 fits below a section's h3. */
  readonly headingLevel?: 3 | 4;
}

interface FrameProps extends TwoTextsProps {
  readonly note?: string;
  readonly sourceText?: ReactNode;
  readonly localText?: ReactNode;
}

/** Shows the texts as they are unless marked versions are given. An empty side says so in words. */
export function TwoTexts({
  source,
  local,
  sourceHeading,
  localHeading,
  headingLevel = 4,
  note,
  sourceText,
  localText,
}: FrameProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="hub-compare">
      {note && <p className="hub-compare__note">{note}</p>}
      <div className="hub-compare__side">
        <Heading className="nhsuk-heading-xs">{sourceHeading}</Heading>
        <div className="hub-plain-text">
          {source ? (sourceText ?? source) : <span className="hub-quiet">Nothing written</span>}
        </div>
      </div>
      <div className="hub-compare__side">
        <Heading className="nhsuk-heading-xs">{localHeading}</Heading>
        <div className="hub-plain-text">
          {local ? (localText ?? local) : <span className="hub-quiet">Nothing written</span>}
        </div>
      </div>
    </div>
  );
}
