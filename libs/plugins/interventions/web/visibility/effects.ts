/** What a change of who can see a published intervention does, in sentences. Pure. */
import type { Visibility } from '@hub/graphql';

interface Circumstances {
  readonly site: { readonly name: string; readonly indexable: boolean };
  /** How many versions there are. */
  readonly versions: number;
}

/** One sentence an effect; none may come as a surprise to whoever presses the button. */
export function effectsOf(chosen: Visibility, { site, versions }: Circumstances): readonly string[] {
  const all = versions === 1 ? 'version 1' : `all ${versions} versions`;
  if (chosen === 'PUBLIC') {
    return [
      `Anyone with the link can read it, ${all} with the notes on what changed`,
      'Names of people, and discussions about it, are shown only to people who are signed in',
      'What a site published of its own adaptation can be read by anyone only if that site says so too',
      site.indexable
        ? `Search engines may list it, because ${site.name} lets them`
        : `Search engines are asked not to list it, because ${site.name} has not let them`,
      'A link to it shows its title and summary where it is pasted',
    ];
  }
  return [
    'Without an account the page is not found, also for people who have the link. What was copied elsewhere stays there',
    'Records of other sites’ work on it can be read only by people who are signed in',
    'What other sites published of their own stays as they chose',
    'Everyone who is signed in sees it as before',
  ];
}
