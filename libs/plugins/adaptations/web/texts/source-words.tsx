/** What the source says, to look at while writing. */
import { Details, Markdown } from '@hub/ui';

/** Closed: the box below starts with the same words. */
export function SourceWords({ text, words }: { readonly text: string; readonly words: string }) {
  return (
    <Details summary={`What it says at ${words}`}>
      {text ? <Markdown text={text} headingLevel={3} /> : <p>Nothing has been written there.</p>}
    </Details>
  );
}
