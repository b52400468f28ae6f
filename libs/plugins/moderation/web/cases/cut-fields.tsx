/** Saying which words to cut out, with the post as it will stand below. What is typed here is kept nowhere, not in the tab either. */
import { textLimits } from '@hub/graphql';
import { Hidden, InsetText, TextArea } from '@hub/ui';
import { cutPieces, notIn, passagesIn } from './cuts';

interface CutFieldsProps {
  readonly words: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function CutFields({ words, value, onChange }: CutFieldsProps) {
  const passages = passagesIn(value);
  const unknown = notIn(words, passages);
  return (
    <>
      <TextArea
        name="cuts"
        label="Words to cut out"
        hint="Copy them from the post, a passage a line. They go wherever they stand in it, in the names of its files, in quotes of it, and in the title if it opens the discussion. What it said before goes too. This cannot be undone"
        rows={3}
        limit={textLimits['DecideCaseInput.cuts']}
        value={value}
        onChange={onChange}
      />
      {passages.length > 0 && (
        <div aria-live="polite">
          <p className="nhsuk-u-margin-bottom-2">
            {unknown.length > 0
              ? 'Some of these words are not in the post as it stands now. They can be in what it said before, in the title or in the name of a file.'
              : 'What is cut is struck through:'}
          </p>
          <InsetText>
            <p className="hub-plain-text">
              {cutPieces(words, passages).map((piece, at) =>
                piece.isCut ? (
                  <del key={at}>
                    <Hidden>cut out: </Hidden>
                    {piece.text}
                  </del>
                ) : (
                  <span key={at}>{piece.text}</span>
                ),
              )}
            </p>
          </InsetText>
        </div>
      )}
    </>
  );
}
