/** States in words and colours, one table for each kind. A tag is a state, never a link. At most 2 on one object. */
import { Tag } from 'nhsuk-react-components';

type Colour = 'white' | 'grey' | 'green' | 'blue' | 'purple' | 'orange' | 'yellow';
type Look = readonly [words: string, colour: Colour] | null;

const stages = {
  CONSIDERING: ['Being considered', 'white'],
  ASSESSING: ['Being assessed', 'yellow'],
  ADAPTING: ['Being adapted', 'purple'],
  TESTING: ['Being tested', 'blue'],
  RUNNING: ['Running', 'green'],
  STOPPED: ['Stopped', 'orange'],
  DECLINED: ['Decided against', 'grey'],
} as const satisfies Record<string, Look>;

const statuses = {
  DRAFT: ['Draft', 'grey'],
  PUBLISHED: null,
  WITHDRAWN: ['Withdrawn', 'grey'],
} as const satisfies Record<string, Look>;

const maturities = {
  IDEA: ['Idea', 'white'],
  TESTING: ['Being tested', 'blue'],
  RUNNING: ['Running', 'green'],
  STOPPED: ['Stopped', 'orange'],
} as const satisfies Record<string, Look>;

const differences = {
  SAME: null,
  CHANGED: ['Changed', 'blue'],
  ADDED: ['Added', 'green'],
  REMOVED: ['Left out', 'orange'],
} as const satisfies Record<string, Look>;

export type Stage = keyof typeof stages;
export type Status = keyof typeof statuses;
export type MaturityValue = keyof typeof maturities;
export type Difference = keyof typeof differences;

/** The words for a state, for sentences: "Being tested". Empty where a state has no tag. */
export const stageWords = (stage: Stage): string => stages[stage][0];
export const maturityWords = (maturity: MaturityValue): string => maturities[maturity][0];
/** The words for a stage or for how far an intervention got, by its code; a code that is neither as it is. */
export function stateWords(code: string): string {
  const looks: Readonly<Record<string, Look>> = { ...maturities, ...stages };
  return looks[code]?.[0] ?? code;
}
export const differenceWords = (difference: Difference): string => differences[difference]?.[0] ?? 'Same';

export const StageTag = ({ stage }: { readonly stage: Stage }) => <StateTag look={stages[stage]} />;
export const StatusTag = ({ status }: { readonly status: Status }) => <StateTag look={statuses[status]} />;
export const MaturityTag = ({ maturity }: { readonly maturity: MaturityValue }) => (
  <StateTag look={maturities[maturity]} />
);
export const DifferenceTag = ({ difference }: { readonly difference: Difference }) => (
  <StateTag look={differences[difference]} />
);

/** Any other state in words: "New", "Locked". */
export const PlainTag = ({ words, colour = 'grey' }: { readonly words: string; readonly colour?: Colour }) => (
  <StateTag look={[words, colour]} />
);

function StateTag({ look }: { readonly look: Look }) {
  if (!look) return null;
  const [words, colour] = look;
  return (
    <Tag modifier={colour} className="hub-tag">
      {words}
    </Tag>
  );
}
