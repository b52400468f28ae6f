/** What paper needs to say: where the page is and when it was printed, on the first sheet, and the addresses of its links at the end. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'react-router';
import { formatDate } from '@hub/ui';

interface PrintedLink {
  readonly words: string;
  readonly address: string;
}

/** At the top: whoever takes the first sheet alone still knows where it is from, and of which day. */
export function PrintedFrom() {
  useLocation();
  return (
    <p className="hub-only-print hub-printed-from nhsuk-width-container">
      {window.location.href}. Printed on {formatDate(new Date())}.
    </p>
  );
}

/** At the end, once. */
export function PrintedLinks() {
  const links = usePrintedLinks();
  if (links.length === 0) return null;
  return (
    <ol className="hub-only-print hub-printed-links nhsuk-width-container" aria-label="Links on this page">
      {links.map(({ words, address }) => (
        <li key={address}>
          {words}: {address}
        </li>
      ))}
    </ol>
  );
}

/** Gathered at the moment of printing, from the content alone. */
function usePrintedLinks(): readonly PrintedLink[] {
  const [links, setLinks] = useState<readonly PrintedLink[]>([]);
  useEffect(() => {
    const gather = () => flushSync(() => setLinks(linksIn(document.getElementById('maincontent'))));
    const forget = () => setLinks([]);
    window.addEventListener('beforeprint', gather);
    window.addEventListener('afterprint', forget);
    return () => {
      window.removeEventListener('beforeprint', gather);
      window.removeEventListener('afterprint', forget);
    };
  }, []);
  return links;
}

function linksIn(content: HTMLElement | null): PrintedLink[] {
  const found = new Map<string, PrintedLink>();
  for (const link of content?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []) {
    const words = link.textContent?.trim() ?? '';
    if (words && !link.closest('.hub-no-print') && !found.has(link.href))
      found.set(link.href, { words, address: link.href });
  }
  return [...found.values()];
}
