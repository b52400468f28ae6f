/** The secret of a token that was just made: shown this once, to be copied to where it is needed. */
import { useEffect, useRef, useState } from 'react';
import { Page } from '@hub/core/web';
import { Announcer, Button, ButtonGroup, ButtonLink } from '@hub/ui';

export function TokenSecret({ secret }: { readonly secret: string }) {
  const [said, setSaid] = useState('');
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.closest('main')?.querySelector('h1')?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setSaid('Copied.'),
      () => setSaid('Your browser does not let the hub copy. Select the token and copy it yourself.'),
    );
  return (
    <Page title="Copy your token now">
      <div ref={part}>
        <p>It is shown only now: the hub does not keep it. Whoever has it can act in your name.</p>
        <p className="hub-key">{secret}</p>
        <p>
          A program sends it with each request to <code>/graphql</code>, in the header <code>Authorization</code> after
          the word <code>Bearer</code>.
        </p>
        {said && <p>{said}</p>}
        <ButtonGroup>
          <Button onClick={() => void copy()}>Copy</Button>
          <ButtonLink look="secondary" to="/account/api-tokens">
            I have kept it
          </ButtonLink>
        </ButtonGroup>
        <Announcer message={said} urgent />
      </div>
    </Page>
  );
}
