/** What helps and what hinders at a site, and which skills its team has. */
import { SummaryList } from '@hub/ui';
import type { SiteProfileFragment } from '../site-parts.generated';
import { presenceWords, sentenceCase } from '../words';

export function SiteContext({ site }: { readonly site: SiteProfileFragment }) {
  const { contextFactors, engineRoom } = site;
  return (
    <>
      {contextFactors.length > 0 && (
        <section aria-labelledby="site-context">
          <h2 id="site-context">What helps and what hinders here</h2>
          <SummaryList
            facts={contextFactors.map(({ name, present, note }) => ({
              name: sentenceCase(name),
              value: withNote(presenceWords(present), note),
            }))}
          />
        </section>
      )}
      {engineRoom.length > 0 && (
        <section aria-labelledby="site-skills">
          <h2 id="site-skills">Skills in the team</h2>
          <SummaryList
            facts={engineRoom.map(({ name, covered, note }) => ({
              name: sentenceCase(name),
              value: withNote(covered ? 'Yes' : 'No', note),
            }))}
          />
        </section>
      )}
    </>
  );
}

function withNote(words: string, note: string | null): string {
  return note ? `${words}. ${note}` : words;
}
