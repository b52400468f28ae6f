/** Before the decision to change it, there is no text of the site's own. */
import { Page } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { tasksOf } from '../address';

interface NoTextYetProps {
  readonly path: string;
  readonly site: string;
  readonly source: string;
}

/** Says what makes one. */
export function NoTextYet({ path, site, source }: NoTextYetProps) {
  return (
    <Page title="There is no text of your own yet" back={{ to: tasksOf(path), label: `Adapt for ${site}` }}>
      <p>
        {site} gets its own text once you decide to change it to fit. It starts with the words of {source}, and you
        change what is different with you.
      </p>
      <ButtonLink to={`${path}/stage?to=ADAPTING`}>Start our own text</ButtonLink>
    </Page>
  );
}
