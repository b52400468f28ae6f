/** What a discussion bears on, each with the way to the others that do. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { enablerChoices, lessonChoices } from './tag-fields';

interface BearsOnProps {
  readonly thread: {
    readonly lessons: readonly number[];
    readonly enablers: readonly number[];
    readonly tags: readonly string[];
  };
}

export default function BearsOn({ thread: { lessons, enablers, tags } }: BearsOnProps) {
  const rows = [
    { heading: 'Tags', links: tags.map((tag) => linkTo('tag', tag, tag)) },
    { heading: 'Lessons', links: linksOf('lesson', lessonChoices, lessons) },
    { heading: 'Support', links: linksOf('enabler', enablerChoices, enablers) },
  ];
  return rows
    .filter(({ links }) => links.length > 0)
    .map(({ heading, links }) => (
      <p key={heading} className="hub-meta">
        {heading}: {links.flatMap((link, at) => (at === 0 ? [link] : [', ', link]))}
      </p>
    ));
}

function linksOf(name: string, choices: typeof lessonChoices, numbers: readonly number[]): ReactNode[] {
  return choices
    .filter(({ value }) => numbers.includes(Number(value)))
    .map(({ value, label }) => linkTo(name, value, label));
}

function linkTo(name: string, value: string, words: string) {
  return (
    <Link key={value} to={`/discussions?${new URLSearchParams({ [name]: value })}`}>
      {words}
    </Link>
  );
}
