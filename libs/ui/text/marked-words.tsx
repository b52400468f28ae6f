/** A line in which some words are marked: those that were searched for. */
interface MarkedWordsProps {
  readonly line: string;
  /** As they are written in the line. */
  readonly words: readonly string[];
}

/** The marks are told by an underline as well as by colour, and change nothing of what is read aloud. */
export function MarkedWords({ line, words }: MarkedWordsProps) {
  return piecesOf(line, words).map((piece, at) =>
    at % 2 === 1 ? (
      <mark key={at} className="hub-mark">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}

/** The line cut at the words: every second piece is one of them. A word within a longer one is none. */
export function piecesOf(line: string, words: readonly string[]): string[] {
  if (words.length === 0) return [line];
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const any = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return line.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'u'));
}
