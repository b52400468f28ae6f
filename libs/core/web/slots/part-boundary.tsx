/** Keeps the failure of one part from taking the page with it. */
import { Component, Suspense, type ReactNode } from 'react';
import { ErrorMessage, Loading } from '@hub/ui';
import { RetryProvider } from '../apollo/retry';
import { tryAgain } from '../shell/new-release';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (retry: () => void, error: unknown) => ReactNode;
  /** When this changes, the boundary tries again. */
  readonly resetKey?: string;
}

/** A plain error boundary whose fallback can try again. */
export class Boundary extends Component<
  BoundaryProps,
  { error: unknown; failed: boolean; resetKey: string | undefined }
> {
  override state = { error: undefined as unknown, failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { resetKey: string | undefined }) {
    return props.resetKey === state.resetKey ? null : { failed: false, error: undefined, resetKey: props.resetKey };
  }

  override render() {
    const retry = () => this.setState({ failed: false, error: undefined });
    return this.state.failed ? this.props.fallback(retry, this.state.error) : this.props.children;
  }
}

/** A part that waits and fails in its own place. */
export function PartBoundary({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <RetryProvider>
      {(retry) => (
        <Boundary
          fallback={(reset, error) => (
            <ErrorMessage onRetry={() => tryAgain(error, () => (retry(), reset()))}>
              Sorry, {what} could not be loaded.
            </ErrorMessage>
          )}
        >
          <Suspense fallback={<Loading what={`Loading ${what}`} />}>{children}</Suspense>
        </Boundary>
      )}
    </RetryProvider>
  );
}
