/** Looks up in a source map where places of a built file were written. Reads it from beginning to end and keeps nothing: it is asked seldom. */

export interface SourceMap {
  readonly mappings: string;
  readonly sources: readonly string[];
}

/** Lines count from 1 and columns from 0, as in source maps. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface WrittenPlace extends Place {
  readonly source: string;
}

interface Segment extends Place {
  readonly written: WrittenPlace | null;
}

/** Where each of these places was written, in their order; null where the map does not say. */
export function writtenPlaces({ mappings, sources }: SourceMap, places: readonly Place[]): (WrittenPlace | null)[] {
  const found: (WrittenPlace | null)[] = places.map(() => null);
  const waiting = [...places.entries()].sort(([, a], [, b]) => order(b, a));
  const read = numbersOf(mappings);
  let [source, writtenLine, writtenColumn] = [0, 1, 0];
  let last: Segment | null = null;
  for (let line = 1; waiting.length > 0 && !read.isAtEnd(); line += 1) {
    for (let column = 0; !read.isAtEndOfLine();) {
      column += read.next();
      const isWritten = !read.isAtEndOfSegment();
      if (isWritten) {
        source += read.next();
        writtenLine += read.next();
        writtenColumn += read.next();
      }
      read.skipSegment();
      if (tell({ line, column })) return found;
      const at = { source: sources[source] ?? '', line: writtenLine, column: writtenColumn };
      last = { line, column, written: isWritten ? at : null };
    }
  }
  tell({ line: Infinity, column: 0 });
  return found;

  /** Whatever lies before the segment that begins here was written where the last one was. True when nothing is left. */
  function tell(next: Place): boolean {
    for (let first = waiting.at(-1); first && order(first[1], next) < 0; first = waiting.at(-1)) {
      waiting.pop();
      if (last?.line === first[1].line) found[first[0]] = last.written;
    }
    return waiting.length === 0;
  }
}

const order = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

const values = new Uint8Array(128);
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  values[digit.charCodeAt(0)] = value;
const [comma, semicolon] = [',', ';'].map((sign) => sign.charCodeAt(0));

/** Reads the numbers of a source map: five bits to a letter, the lowest first, and the lowest of them the sign. */
function numbersOf(text: string) {
  let at = 0;
  const isAtEndOfSegment = () =>
    at >= text.length || text.charCodeAt(at) === comma || text.charCodeAt(at) === semicolon;
  return {
    isAtEnd: () => at >= text.length,
    isAtEndOfSegment,
    /** Goes on to the next line where it is. */
    isAtEndOfLine: () => at >= text.length || (text.charCodeAt(at) === semicolon && (at += 1) > 0),
    skipSegment() {
      while (!isAtEndOfSegment()) at += 1;
      if (text.charCodeAt(at) === comma) at += 1;
    },
    next(): number {
      let [value, shift, digit] = [0, 0, 32];
      for (; digit & 32; shift += 5) {
        digit = values[text.charCodeAt(at++)] ?? 0;
        value |= (digit & 31) << shift;
      }
      return value & 1 ? -(value >> 1) : value >> 1;
    },
  };
}
