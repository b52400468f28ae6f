/** Markdown to elements: no HTML passes, only what the allow-list knows, and only safe links. */
import type { ComponentType, ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { Link } from 'react-router';
import { allowedElements, namedLinks, type NamedLink } from '@hub/core/markdown';

interface RenderedMarkdownProps {
  readonly text: string;
  readonly headingLevel: number;
  readonly names?: readonly NamedLink[] | undefined;
}

export default function RenderedMarkdown({ text, headingLevel, names = [] }: RenderedMarkdownProps) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, namedLinks(names)]}
      rehypePlugins={[[rehypeSanitize, allowedElements]]}
      skipHtml
      components={componentsFor(headingLevel)}
    >
      {text}
    </ReactMarkdown>
  );
}

/** A page of the hub opens in place. */
function TextLink({ children, href }: { children?: ReactNode; href?: string }) {
  if (href?.startsWith('/') && !href.startsWith('//')) return <Link to={href}>{children}</Link>;
  return (
    <a href={href} rel="nofollow ugc noopener">
      {children}
    </a>
  );
}

const cache = new Map<number, Record<string, ComponentType<{ children?: ReactNode; href?: string }>>>();

/** Headings as paragraphs would lose their sense, so they all take the one level that cannot skip another. */
function componentsFor(level: number) {
  const known = cache.get(level);
  if (known) return known;
  const Heading = ({ children }: { children?: ReactNode }) => {
    const Tag = `h${Math.min(level, 6)}` as 'h3';
    return <Tag className="nhsuk-heading-xs">{children}</Tag>;
  };
  const made = {
    h1: Heading,
    h2: Heading,
    h3: Heading,
    h4: Heading,
    h5: Heading,
    h6: Heading,
    a: TextLink,
    ul: ({ children }: { children?: ReactNode }) => <ul className="nhsuk-list nhsuk-list--bullet">{children}</ul>,
    ol: ({ children }: { children?: ReactNode }) => <ol className="nhsuk-list nhsuk-list--number">{children}</ol>,
    table: ({ children }: { children?: ReactNode }) => (
      <div className="hub-scroll" tabIndex={0} role="region" aria-label="Table">
        <table className="nhsuk-table">{children}</table>
      </div>
    ),
  };
  cache.set(level, made);
  return made;
}
