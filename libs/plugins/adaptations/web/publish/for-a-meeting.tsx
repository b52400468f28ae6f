/** On paper, the check answers page carries all that is to be decided on. */
import { Changes } from '../record/changes';
import { Findings } from '../record/findings';
import { sitesOf, type ShownAdaptation } from '../record/record';

interface ForAMeetingProps {
  readonly adaptation: ShownAdaptation;
  readonly result: { readonly title: string; readonly summary: string };
}

/** Only in print: the name, the summary, what was found out and what was changed. */
export function ForAMeeting({ adaptation, result }: ForAMeetingProps) {
  const { suitability, modifications } = adaptation;
  return (
    <div className="hub-only-print">
      <h2>{result.title}</h2>
      <p>{result.summary}</p>
      {suitability.length > 0 && <h2>Is it right for us?</h2>}
      <Findings findings={suitability} editPath={null} sites={sitesOf(adaptation)} />
      {modifications.length > 0 && <h2>What we changed</h2>}
      <Changes changes={modifications} editPath={null} parts={adaptation.source.components} />
    </div>
  );
}
