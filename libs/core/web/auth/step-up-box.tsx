/** The place where somebody confirms, in the middle of what they do, that it is them. The form itself is a plugin's. */
import { useEffect, useRef } from 'react';
import type { Problem } from '../apollo/errors';
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from '../slots/part-boundary';

interface StepUpBoxProps {
  readonly problem: Problem;
  readonly onConfirmed: () => void;
}

/** Takes the focus. Says only what is the matter where no plugin can ask. */
export function StepUpBox({ problem, onConfirmed }: StepUpBoxProps) {
  const { stepUp: StepUp } = useRegistry();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <section className="hub-step-up hub-no-print" aria-labelledby="step-up" ref={box} tabIndex={-1}>
      <h2 id="step-up">Confirm that it is you</h2>
      <p>This needs your second step.{problem.again && ' What you entered is kept.'}</p>
      {StepUp ? (
        <PartBoundary what="the question for your code">
          <StepUp onConfirmed={onConfirmed} />
        </PartBoundary>
      ) : (
        <p>{problem.message}</p>
      )}
    </section>
  );
}
