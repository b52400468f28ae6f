/** Every fault of a file, each with its place in it. */
import { useEffect, useRef } from 'react';
import { counted } from '@hub/ui';

interface FaultsProps {
  readonly file: string;
  /** Each as "place: message". */
  readonly faults: readonly string[];
}

export function Faults({ file, faults }: FaultsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [faults]);
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{file} cannot be taken in</h2>
        <div className="nhsuk-error-summary__body">
          <p>
            {counted(faults.length, 'fault')}. Nothing was made. Put the file right, or export it again, and choose it
            anew.
          </p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {faults.map((fault, at) => (
              <li key={`${at} ${fault}`}>
                <Fault fault={fault} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function Fault({ fault }: { readonly fault: string }) {
  const at = fault.indexOf(': ');
  return (
    <>
      <code>{fault.slice(0, at)}</code>
      {fault.slice(at)}
    </>
  );
}
