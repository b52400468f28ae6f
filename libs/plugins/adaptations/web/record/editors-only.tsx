/** The frame of a page on which a site writes in its own record: not found for who cannot see it, a sentence for who cannot edit. */
import { Page } from '@hub/core/web';

interface EditorsOnlyProps {
  readonly site: string;
  readonly path: string;
}

/** Says who can do it. */
export function EditorsOnly({ site, path }: EditorsOnlyProps) {
  return (
    <Page title={`Only ${site} can change this record`} back={{ to: path, label: 'The record' }}>
      <p>
        This is {site}’s own record of what it tried. Members of {site} can write in it.
      </p>
      <p>To ask them something, start a discussion about it.</p>
    </Page>
  );
}
