/** How a mail with news reads. Pure: it says what it is given, and gives a reason for every mail. */
import {
  mailedWords,
  wordsInShort,
  type DefaultRule,
  type Letter,
  type LetterItem,
  type LetterLink,
  type WordsToMail,
} from '@hub/core/server';
import type { NewsItem } from './news.read';

export interface ToldItem extends NewsItem {
  readonly href: string;
  /** What somebody wrote, where the event is about that. */
  readonly words: WordsToMail | null;
  /** The answers to what the event asks, as links for its reader. */
  readonly answers: readonly LetterLink[];
  /** The reminder by which it is addressed to its reader, if it is one. */
  readonly reminder: Pick<DefaultRule, 'name' | 'label'> | null;
  /** By which rule it was heard: `You follow MCP`. Null of what is addressed to the reader. */
  readonly why: string | null;
}

const mostItems = 30;
const longestWords = 3000;
const longestInDigest = 280;

interface AtOnce {
  readonly isReply: boolean;
  readonly lastOfDay: boolean;
  /** Whether an answer to the mail is posted. */
  readonly takesReplies: boolean;
  readonly links: readonly LetterLink[];
}

/** One mail for one thing. Its subject is the title, so that mail programs show all that is about it together. */
export function atOnceLetter(item: ToldItem, { isReply, lastOfDay, takesReplies, links }: AtOnce): Letter {
  return {
    subject: `${isReply ? 'Re: ' : ''}${item.title}`,
    paragraphs: [],
    items: [
      {
        sentence: `${sentenceOf(item)}:`,
        link: { label: item.title, href: item.href },
        ...(item.words ? quoted(item.words) : {}),
        answers: item.answers,
      },
    ],
    footer: [
      ...(takesReplies
        ? [
            'Answer this mail to reply in the hub, under your name. Everybody who can see the discussion can read your reply.',
          ]
        : []),
      ...(lastOfDay ? ['This is the last mail for today, as you chose. The rest is in your inbox in the hub.'] : []),
      `You get this mail ${reasonOf(item)}.`,
    ],
    footerLinks: links,
  };
}

/** All that is new, in one mail. */
export function digestLetter(items: readonly ToldItem[], inbox: LetterLink, links: readonly LetterLink[]): Letter {
  const left = items.length - mostItems;
  const things = items.length === 1 ? '1 new thing' : `${items.length} new things`;
  return {
    subject: `${things} in the vanguard hub`,
    paragraphs: [],
    items: items.slice(0, mostItems).map(digestItem),
    action: left > 0 ? { label: `The rest is in your inbox: ${left} more`, href: inbox.href } : inbox,
    footer: [
      'You get this mail because of what you follow and what is addressed to you; each thing above says which. How often it comes is yours to choose.',
    ],
    footerLinks: links,
  };
}

function digestItem(item: ToldItem): LetterItem {
  return {
    group: item.why === null ? 'For you' : 'Following',
    sentence: `${sentenceOf(item)}:`,
    link: { label: item.title, href: item.href },
    ...(item.words ? { words: wordsInShort(item.words, longestInDigest) } : {}),
    answers: item.answers,
    ...(item.why === null ? {} : { note: item.why }),
  };
}

/** "Joel Price replied to your question", "Joel Price replied", "Newly found": as the inbox says it. */
export function sentenceOf({ actor, happened, because }: NewsItem): string {
  if (because !== null) return /^[A-Z]/.test(because) ? because : `${actor ?? 'Someone'} ${because}`;
  return /^[A-Z]/.test(happened) ? happened : `${actor ?? 'A member'} ${happened}`;
}

/** Names the rule: "because you follow MCP", "because it is addressed to you: Joel Price replied to your question". */
export function reasonOf(item: ToldItem): string {
  if (item.reminder) return `because you have this reminder on: ${item.reminder.label}`;
  if (item.why === null) return `because it is addressed to you: ${sentenceOf(item)}`;
  const why = item.why.charAt(0).toLowerCase() + item.why.slice(1);
  return why.startsWith('because ') ? why : `because ${why}`;
}

function quoted(words: WordsToMail): Pick<LetterItem, 'words' | 'wordsHtml' | 'rest'> {
  const { text, html, isCut } = mailedWords(words, longestWords);
  return { words: text, wordsHtml: html, ...(isCut ? { rest: { label: 'Read the rest', href: words.page } } : {}) };
}
