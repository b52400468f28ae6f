/** Writes the mails with news when they are sent: what their readers may see, and want, by then. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, type EntityRef } from '@hub/core/contract';
import {
  contributionsOf,
  Links,
  PluginList,
  type LateLetter,
  type LetterLink,
  type DefaultRule,
  type LetterWriter,
  type WordsToMail,
  type WrittenLetter,
} from '@hub/core/server';
import {
  mailReplies,
  pagesOfRows,
  questionsInMail,
  wordsForMail,
  type AnswerByLink,
  type MailReader,
  type MailReplies,
  type PageOfRows,
  type QuestionInMail,
  type WordsForMail,
  type WrittenWords,
} from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { defaultRules, ofFamily } from '../rules.sql';
import { ReplyAddresses } from '../replies/reply-addresses';
import { Addresses } from './addresses';
import { MailLinks, type MailLink } from './mail-links';
import { newsWriter } from './news-letters';
import { letterWithReader, mailsBefore, newsIn, rootOf, type NewsItem, type NewsOfLetter } from './news.read';
import { atOnceLetter, digestLetter, type ToldItem } from './news-words';

@Injectable()
export class NewsWriter implements LetterWriter {
  readonly name = newsWriter;

  constructor(
    @Inject(contributionsOf(wordsForMail)) private readonly words: readonly WordsForMail[],
    @Inject(contributionsOf(questionsInMail)) private readonly questions: readonly QuestionInMail[],
    @Inject(contributionsOf(mailReplies)) private readonly takers: readonly MailReplies[],
    @Inject(ReplyAddresses) private readonly replyAddresses: ReplyAddresses,
    @Inject(contributionsOf(pagesOfRows)) private readonly pages: readonly PageOfRows[],
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Links) private readonly links: Links,
    @Inject(MailLinks) private readonly mailLinks: MailLinks,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {}

  async write(tx: EntityManager, letter: LateLetter): Promise<WrittenLetter | null> {
    const news = await letterWithReader(tx, letter.id);
    const to = (await this.addresses.of(tx, [letter.member])).get(letter.member);
    if (!news || !to) return null;
    const items = await this.toldIn(tx, letter, news);
    const [first] = items;
    if (!first) return null;
    const written = news.kind === 'DIGEST' ? this.digest(letter, items) : await this.atOnce(tx, letter, news, first);
    return { ...written, to };
  }

  private async toldIn(tx: EntityManager, { id, member }: LateLetter, { keys }: NewsOfLetter): Promise<ToldItem[]> {
    const told: ToldItem[] = [];
    for (const item of await newsIn(tx, id)) {
      const reader = { ref: member, keys };
      const [words, answers] = [await this.wordsOf(tx, item, reader), await this.answersTo(tx, item, reader)];
      if (words === null || answers === null) continue;
      const href = this.addressOf(item);
      const said = { words: words ? this.withLinks(words, href) : null, answers };
      told.push({ ...item, ...said, why: this.whyOf(item), reminder: this.reminderOf(item), href });
    }
    return told;
  }

  /** Of what it opens; of its subject where that is all. */
  private addressOf({ opens, subject }: NewsItem): string {
    const page = opens && this.pages.find(({ prefix }) => kindOfId(opens) === prefix);
    return page ? this.links.absolute(page.pathOf(opens)) : this.links.addressOf(subject);
  }

  /** As the inbox says it: kinds may have words of their own for being followed. */
  private whyOf({ because, rule, ruleTitle, ruledBy }: NewsItem): string | null {
    if (because !== null) return null;
    const byDefault = defaultRules(this.plugins.all).find(({ name }) => name === ruledBy);
    if (byDefault) return byDefault.because;
    if (rule === null || ruleTitle === null) return 'You follow something that you can no longer see';
    const kind = this.plugins.all.flatMap(({ kinds = [] }) => kinds).find((each) => each.kind === kindOfId(rule));
    if (ruledBy === ofFamily) return `You follow the whole family of ${ruleTitle}`;
    return kind?.followedWhy ? `${kind.followedWhy} “${ruleTitle}”` : `You follow ${ruleTitle}`;
  }

  /** The reminder by which it is addressed to its reader. */
  private reminderOf({ because, ruledBy }: NewsItem): DefaultRule | null {
    if (because === null) return null;
    return defaultRules(this.plugins.all).find(({ name }) => name === ruledBy) ?? null;
  }

  /** False for an event that has no words of anybody; null when they may not be read any more. */
  private async wordsOf(
    tx: EntityManager,
    { eventName, facts }: NewsItem,
    reader: MailReader,
  ): Promise<WrittenWords | false | null> {
    const source = this.words.find(({ events }) => events.includes(eventName));
    return source && facts ? source.read(tx, facts, reader) : false;
  }

  private withLinks({ markdown, names }: WrittenWords, page: string): WordsToMail {
    const links = names.map(({ written, title, target }) => ({
      ...{ written, words: title, to: this.links.addressOf(target) },
    }));
    return { markdown, names: links, page };
  }

  /** None for an event that asks nothing; null when there is nothing left to answer. */
  private async answersTo(
    tx: EntityManager,
    { eventName, facts }: NewsItem,
    reader: MailReader,
  ): Promise<readonly AnswerByLink[] | null> {
    const question = this.questions.find(({ event }) => event === eventName);
    return question && facts ? question.answers(tx, facts, reader) : [];
  }

  private digest({ member }: LateLetter, items: readonly ToldItem[]): Omit<WrittenLetter, 'to'> {
    const stop = this.link({ act: 'DIGEST', member, target: '' });
    const inbox = { label: 'Open your inbox', href: this.links.absolute('/notifications') };
    const letter = digestLetter(items, inbox, [{ label: 'Stop these mails', href: stop }, this.settings()]);
    return { ...letter, headers: unsubscribing(stop) };
  }

  private async atOnce(
    tx: EntityManager,
    { id, messageId, member }: LateLetter,
    { lastOfDay, keys }: NewsOfLetter,
    item: ToldItem,
  ): Promise<Omit<WrittenLetter, 'to'>> {
    const { subject } = item;
    const { label, ...act } = stopping(item);
    const stop = this.link({ ...act, member });
    const before = await mailsBefore(tx, id, subject);
    const root = rootOf(subject, messageId);
    const replyTo = await this.replyTo(tx, item, { ref: member, keys });
    const letter = atOnceLetter(item, {
      ...{ isReply: before.length > 0, lastOfDay, takesReplies: replyTo !== null },
      links: [
        { label, href: stop },
        {
          label: `Mute “${item.title}”: hear nothing more of it`,
          href: this.link({ act: 'MUTE', member, target: subject }),
        },
        this.settings(),
      ],
    });
    const thread = { 'In-Reply-To': before.at(-1) ?? root, References: [root, ...before].join(' ') };
    const headers = { ...unsubscribing(stop), ...thread, ...(replyTo ? { 'Reply-To': replyTo } : {}) };
    return { ...letter, headers };
  }

  /** Where an answer goes that is posted; null where none is taken, and of news that is not what somebody wrote: there is nothing to answer. */
  private async replyTo(
    tx: EntityManager,
    { id, subject, words }: ToldItem,
    reader: MailReader,
  ): Promise<string | null> {
    if (words === null) return null;
    const address = this.replyAddresses.addressOf(id, new Date());
    const taker = this.takers.find(({ kind }) => kind === kindOfId(subject));
    return address && taker && (await taker.takes(tx, subject, reader)) ? address : null;
  }

  private settings(): LetterLink {
    return { label: 'Notification settings', href: this.links.absolute('/notifications/settings') };
  }

  private link(link: Omit<MailLink, 'member'> & { member: EntityRef }): string {
    return this.mailLinks.addressOf(link, new Date());
  }
}

/** What stops mails such as this one, and what the link to it is called. */
function stopping({ because, rule, ruleTitle, reminder }: ToldItem): Omit<MailLink, 'member'> & { label: string } {
  if (reminder) return { act: 'RULE', target: reminder.name, label: 'Switch this reminder off' };
  if (because === null && rule !== null)
    return { act: 'FOLLOW', target: rule, label: `Stop mail about ${ruleTitle ?? 'this'}` };
  return { act: 'FOR_YOU', target: '', label: 'Stop mail about what is addressed to you' };
}

/** Mail programs show a button for it, and press it with one POST (RFC 2369, RFC 8058). */
function unsubscribing(href: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
