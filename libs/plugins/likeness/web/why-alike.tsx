/** How like a site another one is, and why. */
import { levelWords, whyAlike, type Likeness } from './likeness-words';

export function WhyAlike({ likeness, site }: { readonly likeness: Likeness; readonly site: string }) {
  const why = whyAlike(likeness);
  return (
    <p className="hub-meta nhsuk-u-margin-bottom-1">
      {levelWords(likeness, site)}
      {why && `. ${why}`}
    </p>
  );
}
