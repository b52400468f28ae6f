/** The extension points of subscriptions: which domain events are news, to whom, and in which words. */
import type { NewsTopic } from './news-topic';
import { extensionPoint, type Acting, type DomainEvent, type EntityRef, type Transaction } from '@hub/core/contract';

/** A person who hears of it without following anything, because it is addressed to them. */
export interface Addressee {
  readonly member: EntityRef;
  /**
   * Why, in words that go after the actor's name and name nobody: `replied to your question`. What nobody did, but the hub found, is a
   * sentence of its own and begins with a capital: `A review is due of an intervention of your site`.
   */
  readonly because: string;
  /** The id of a row that it opens in their eyes, in place of the subject: their own view of a case, say. For as long as they may see that. */
  readonly opens?: string;
  /** Told in the hub and by no mail: administrators read to whom mail went, and when, and are not to learn that they were told. */
  readonly inHubAlone?: boolean;
  /** The default rule by which it is addressed to them: whoever switched that off hears nothing of it. */
  readonly rule?: string;
}

/** `first`: something began (a thread, a publication). `reply`: something was added to what was there (a reply). */
export type NewsKind = 'first' | 'reply';

/** What one domain event means as news. */
export interface NoticeFacts {
  /** The directory entity that the notification opens. Only people who can see it ever hear of it. */
  readonly subject: EntityRef;
  /**
   * What the actor did, in words that go between their name and the subject's title: `started a discussion`. Holds no names and
   * no titles, which may become hidden later. What nobody did begins with a capital: `Newly found`.
   */
  readonly happened: string;
  readonly news: NewsKind;
  /**
   * What kind of news it is: followers may leave it out. News of a kind is also told to those who follow whoever did it, as long as the event
   * names them.
   */
  readonly topic?: NewsTopic;
  /**
   * Whose followers hear of it, from the most particular to the most general, such as
   * `[[thread], [what it is about], [its site, ...its care models]]`. For each person the first circle in which they have a rule
   * decides; among several rules in one circle a muted one, then the one that hears most.
   */
  readonly circles: readonly (readonly EntityRef[])[];
  /** To whom it is addressed. They hear whatever they follow, unless the rule that decides is MUTED. */
  readonly addressees?: readonly Addressee[];
  /** It says again what other events of that moment said: whoever was told of the subject then hears nothing more. */
  readonly saidAlready?: boolean;
  /** Who hears nothing beside the event's own actor: the author of an anonymous post, whom the event does not name. */
  readonly notTo?: readonly EntityRef[];
}

/** Turns one kind of domain event into news. One contribution for each event name. */
export interface NoticeSource {
  /** The domain event's name, such as `thread.started`. */
  readonly event: string;
  /** Reads current state. Null when it is no news, or no longer: a removed post, a draft. */
  read(event: DomainEvent, tx: Transaction): Promise<NoticeFacts | null>;
}

/** Names further people to whom a domain event is addressed: those of the site whose work was adapted, say. */
export interface FurtherRecipients {
  /** The name of a domain event that somebody contributes a `NoticeSource` for. */
  readonly event: string;
  read(event: DomainEvent, tx: Transaction): Promise<readonly Addressee[]>;
}

/** Who reads a mail: what they may see is decided by the keys that they hold when it is sent. */
export interface MailReader {
  readonly ref: EntityRef;
  readonly keys: readonly string[];
}

/** What somebody wrote, as one reader may read it. */
export interface WrittenWords {
  readonly markdown: string;
  /** What in it stands for something that the reader may see, with the title that it has in their eyes. */
  readonly names: readonly { readonly written: string; readonly title: string; readonly target: EntityRef }[];
}

/** What a mail says of an event beside its sentence, such as the words of a post. */
export interface WordsForMail {
  /** The names of the domain events that it knows the words of. */
  readonly events: readonly string[];
  /**
   * The words as the reader may read them now. Null when there are none to be read any more (removed, hidden): the mail then
   * does not tell of the event at all.
   */
  read(tx: Transaction, facts: DomainEvent['facts'], reader: MailReader): Promise<WrittenWords | null>;
}

/** One answer to what an event asks, and the address of the page where it is given. */
export interface AnswerByLink {
  readonly label: string;
  readonly href: string;
}

/** An event that asks its reader something: mails carry the answers as links. */
export interface QuestionInMail {
  /** The name of the domain event that asks. */
  readonly event: string;
  /**
   * The answers as links that are good for this reader alone, and need no signing in. Null when there is nothing to be answered any
   * more, or not by them: the mail then does not tell of it at all.
   */
  answers(tx: Transaction, facts: DomainEvent['facts'], reader: MailReader): Promise<readonly AnswerByLink[] | null>;
}

/** What is asked in mails. */
export const questionsInMail = extensionPoint<QuestionInMail>('subscriptions', 'questions-in-mail');

/** Takes answers to the mails about one kind of thing. */
export interface MailReplies {
  /** The kind of directory entity that the mails are about. */
  readonly kind: string;
  /** Whether an answer of this reader is posted: mails say so, and it is asked again when one comes. */
  takes(tx: Transaction, subject: EntityRef, reader: MailReader): Promise<boolean>;
  /** Posts it in the reader's name, and gives its id. Throws what the mutation of the page throws. */
  post(acting: Acting, reply: ReplyByMail): Promise<string>;
}

export interface ReplyByMail {
  readonly subject: EntityRef;
  /** Of the event that the mail told of. */
  readonly facts: DomainEvent['facts'];
  readonly body: string;
}

export const mailReplies = extensionPoint<MailReplies>('subscriptions', 'mail-replies');

/** Where rows have pages that notifications open in place of their subject, for mails. Pages say it of their own (`notices` of the web part). */
export interface PageOfRows {
  /** Of their ids. */
  readonly prefix: string;
  /** The path of the page of a row, by its id. */
  pathOf(id: string): string;
}

/** Pages of what notifications open. */
export const pagesOfRows = extensionPoint<PageOfRows>('subscriptions', 'pages-of-rows');

/** What somebody wrote, for mails. */
export const wordsForMail = extensionPoint<WordsForMail>('subscriptions', 'words-for-mail');

/** What is news, and in which words. */
export const notices = extensionPoint<NoticeSource>('subscriptions', 'notices');

/** Who else it is addressed to. */
export const recipients = extensionPoint<FurtherRecipients>('subscriptions', 'recipients');
