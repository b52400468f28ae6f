/** What became of a part at the sites that took it up, in sentences. Pure. */
import { counted } from '@hub/ui';

export interface PartCounts {
  readonly heading: string;
  readonly core: boolean | null;
  readonly adopters: number;
  readonly changed: number;
  readonly stopped: number;
  readonly dropped: number;
  readonly droppedWithBenefit: number;
}

/** "Who does it: changed by 5 of 7; 2 of those stopped". */
export function partWords({ heading, adopters, changed, stopped, dropped, core }: PartCounts): string {
  const after = [
    ...(stopped > 0 ? [`${stopped} of those stopped`] : []),
    ...(dropped > 0 ? [`${dropped} left it out${core ? ', although it is core' : ''}`] : []),
  ];
  return [`${heading}: changed by ${changed} of ${counted(adopters, 'site')}`, ...after].join('; ');
}

/** Where something core was left out and the site says that people benefit all the same; null where nowhere. */
export function coreWords({ core, droppedWithBenefit }: PartCounts): string | null {
  if (!core || droppedWithBenefit === 0) return null;
  const sites = counted(droppedWithBenefit, 'site');
  return `${sites} left this core part out and ${droppedWithBenefit === 1 ? 'says' : 'say'} that people benefit all the same. Is it core?`;
}
