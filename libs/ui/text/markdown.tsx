/** Text that people wrote, as a page part. The reader of Markdown comes when first needed; until then the text stands as it is. */
import { lazy, Suspense } from 'react';

const RenderedMarkdown = lazy(() => import('./rendered-markdown'));

/** Headings inside start at the level below the page's own (h3 unless told). Images are left out; links open in place. */
export function Markdown({ text, headingLevel = 3 }: { readonly text: string; readonly headingLevel?: 2 | 3 | 4 | 5 }) {
  return (
    <div className="hub-markdown">
      <Suspense fallback={<p className="hub-plain-text">{text}</p>}>
        <RenderedMarkdown text={text} headingLevel={headingLevel} />
      </Suspense>
    </div>
  );
}
