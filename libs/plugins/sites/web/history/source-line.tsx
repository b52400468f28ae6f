/** A cited page: its citation, with a link where it is on the web. */
import type { VanguardSourceFragment } from './history.generated';

export function SourceLine({ source }: { readonly source: VanguardSourceFragment }) {
  if (!source.url || !/^https?:\/\//.test(source.url)) return source.citation;
  return (
    <a href={source.url} rel="noopener noreferrer">
      {source.citation}
    </a>
  );
}
