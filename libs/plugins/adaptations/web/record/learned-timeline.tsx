/** What was learned at each stage: a dated list, newest first. */
import { Hidden, Markdown, Timeline } from '@hub/ui';
import { newestFirst, stepWords, type StageStep } from './learned';

/** Every move is there, also where nothing was written about it. */
export function LearnedTimeline({ history }: { readonly history: readonly StageStep[] }) {
  const entries = newestFirst(history).map((step, index) => ({
    id: `${step.at} ${index}`,
    at: step.at,
    title: stepWords(step),
    body: step.learned ? <Markdown text={step.learned} headingLevel={4} /> : <Hidden>Nothing was written down</Hidden>,
  }));
  return <Timeline entries={entries} />;
}
