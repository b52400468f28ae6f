/** What somebody reads who can see it and may not write it: who can. */
import { Page, useLinkTo } from '@hub/core/web';

interface WritersOnlyProps {
  readonly site: string;
  readonly back: { readonly id: string; readonly title: string };
}

export function WritersOnly({ site, back }: WritersOnlyProps) {
  const linkTo = useLinkTo();
  return (
    <Page title={`Others write the evaluations of ${site}`} back={{ to: linkTo(back.id), label: back.title }}>
      <p>Evaluators, engine-room members and leads of {site} write and publish its evaluations.</p>
      <p>To tell them something, start a discussion about it.</p>
    </Page>
  );
}
