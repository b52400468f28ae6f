/** Text that people wrote, as a page part. The reader of Markdown comes when first needed; until then the text stands as it is. */
import { lazy, Suspense } from 'react';
import type { NamedLink } from '@hub/core/markdown';

const RenderedMarkdown = lazy(() => import('./rendered-markdown'));

interface MarkdownProps {
  readonly text: string;
  readonly headingLevel?: 2 | 3 | 4 | 5;
  /** What stands in the text for pages of the hub. */
  readonly names?: readonly NamedLink[];
}

/** Headings inside start at the level below the page's own (h3 unless told). Images are left out; links open in place. */
export function Markdown({ text, headingLevel = 3, names }: MarkdownProps) {
  return (
    <div className="hub-markdown">
      <Suspense fallback={<p className="hub-plain-text">{text}</p>}>
        <RenderedMarkdown {...{ text, headingLevel, names }} />
      </Suspense>
    </div>
  );
}
