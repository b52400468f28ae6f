/** Words marked as inserted and deleted elements, each run with hidden words around it. Long unchanged runs fold away. */
import { useMemo } from 'react';
import { TwoTexts, type TwoTextsProps } from './two-texts';
import { diffTexts, type Run } from './word-diff';

export default function MarkedTexts(props: TwoTextsProps) {
  const { source, local } = props;
  const { runs, isRewritten } = useMemo(() => diffTexts(source, local), [source, local]);
  if (!source || !local) return <TwoTexts {...props} />;
  if (isRewritten) return <TwoTexts {...props} note="Rewritten" />;
  return (
    <TwoTexts
      {...props}
      sourceText={<Runs runs={runs.filter((run) => run.kind !== 'added')} />}
      localText={<Runs runs={runs.filter((run) => run.kind !== 'removed')} />}
    />
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => (
    <MarkedRun key={index} run={run} isLast={index === runs.length - 1} isFirst={index === 0} />
  ));
}

function MarkedRun({
  run,
  isFirst,
  isLast,
}: {
  readonly run: Run;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  switch (run.kind) {
    case 'added':
      return (
        <ins>
          <span className="nhsuk-u-visually-hidden"> added: </span>
          {run.text}
          <span className="nhsuk-u-visually-hidden"> end of added </span>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className="nhsuk-u-visually-hidden"> removed: </span>
          {run.text}
          <span className="nhsuk-u-visually-hidden"> end of removed </span>
        </del>
      );
    case 'same':
      return <Unchanged text={run.text} isFirst={isFirst} isLast={isLast} />;
  }
}

const longRun = 600;
const shown = 160;

function Unchanged({
  text,
  isFirst,
  isLast,
}: {
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  if (text.length < longRun) return text;
  const start = isFirst ? '' : text.slice(0, text.indexOf(' ', shown));
  const end = isLast ? '' : text.slice(text.lastIndexOf(' ', text.length - shown));
  const folded = text.slice(start.length, text.length - end.length);
  return (
    <>
      {start}
      <details className="hub-fold">
        <summary>{folded.split(/\s+/).filter(Boolean).length} unchanged words</summary>
        {folded}
      </details>
      {end}
    </>
  );
}
