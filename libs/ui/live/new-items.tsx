/** New things wait behind a button: nothing moves under the reader. */
import { pluralOf } from '../text/counted';
import { Announcer } from './announcer';

interface NewItemsProps {
  readonly count: number;
  /** "reply", "discussion". */
  readonly noun: string;
  readonly plural?: string;
  /** What else is said of the page to those who listen, in a sentence. */
  readonly news?: string;
  /** Shows them; focus is the caller's to move, to the first of them. */
  readonly onShow: () => void;
}

/** "3 new replies. Show them". Screen readers hear of it at most once in 10 seconds, in one batch. */
export function NewItems({ count, noun, plural, news = '', onShow }: NewItemsProps) {
  const sentence = newItemsSentence(count, noun, plural);
  return (
    <div className="hub-new-items hub-no-print">
      {count > 0 && (
        <button className="nhsuk-button nhsuk-button--secondary" type="button" onClick={onShow}>
          {sentence}. {count === 1 ? 'Show it' : 'Show them'}
        </button>
      )}
      <Announcer message={[news, sentence].filter(Boolean).join(' ')} />
    </div>
  );
}

/** "1 new reply", "3 new replies"; empty for none. */
export function newItemsSentence(count: number, noun: string, plural = pluralOf(noun)): string {
  return count === 0 ? '' : `${count} new ${count === 1 ? noun : plural}`;
}
