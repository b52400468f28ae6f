/** What paper needs to say: where the page is, when it was printed, and the addresses of its links, listed once at the end. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'react-router';
import { formatDate } from '@hub/ui';

interface PrintedLink {
  readonly words: string;
  readonly address: string;
}

export function PrintNote() {
  useLocation();
  const links = usePrintedLinks();
  return (
    <div className="hub-only-print nhsuk-width-container">
      {links.length > 0 && (
        <ol aria-label="Links on this page">
          {links.map(({ words, address }) => (
            <li key={address}>
              {words}: {address}
            </li>
          ))}
        </ol>
      )}
      <p>
        {window.location.href}. Printed on {formatDate(new Date())}.
      </p>
    </div>
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
