/** An appeal and what came of it. */
import { formatDateTime, SummaryList } from '@hub/ui';

interface AppealSoFarProps {
  /** How the reader calls what was said. */
  readonly whose: string;
  readonly appeal: {
    readonly words: string;
    readonly madeAt: string;
    readonly upheld?: boolean | null;
    readonly answer?: string | null;
    readonly decidedAt?: string | null;
    readonly decidedBy?: { readonly displayName: string } | null;
  };
}

export function AppealSoFar({ appeal, whose }: AppealSoFarProps) {
  const { words, madeAt, upheld, answer, decidedAt, decidedBy } = appeal;
  const who = decidedBy?.displayName ?? 'Another moderator';
  const outcome = upheld ? `${who} agreed with the appeal.` : `${who} answered that the decision stands.`;
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal" className="nhsuk-heading-m">
        Appeal
      </h2>
      <SummaryList
        facts={[
          { name: whose, value: <span className="hub-plain-text">{words}</span> },
          { name: 'Appealed', value: formatDateTime(madeAt) },
          { name: 'Answer', value: decidedAt ? `${outcome} ${answer ?? ''}` : 'It waits for another moderator.' },
          ...(decidedAt ? [{ name: 'Answered', value: formatDateTime(decidedAt) }] : []),
        ]}
      />
    </section>
  );
}
