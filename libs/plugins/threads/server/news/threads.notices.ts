/** What is news in threads, to whom it is addressed, and in which words. No word tells who an anonymous author is. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import type { Addressee, NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import {
  answerAccepted,
  memberMentioned,
  postAdded,
  threadStarted,
  type MentionFacts,
  type ThreadPurpose,
} from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { newsOf, type News } from './news.sql';

const startings: Readonly<Record<ThreadPurpose, string>> = {
  DISCUSSION: 'started a discussion',
  QUESTION: 'asked a question',
  LEARNING: 'shared what they learned',
  ANNOUNCEMENT: 'made an announcement',
};

/** A new thread: to followers of its care models, of what it is about, and of the site whose that is. */
@Injectable()
export class ThreadStartedNotice implements NoticeSource {
  readonly event = threadStarted.name;

  async read(event: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const news = await newsOf(tx, event);
    return (
      news && {
        ...factsOf(event.subject, news),
        happened: startings[news.kind],
        news: 'first',
        addressees: mentions(news.mentioned),
      }
    );
  }
}

/** A reply: to followers, and to those it answers. */
@Injectable()
export class PostAddedNotice implements NoticeSource {
  readonly event = postAdded.name;

  async read(event: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const news = await newsOf(tx, event);
    return (
      news && { ...factsOf(event.subject, news), happened: 'replied', news: 'reply', addressees: answeredBy(news) }
    );
  }
}

/** A reply that was accepted: to the one who wrote it, and to nobody else. */
@Injectable()
export class AnswerAcceptedNotice implements NoticeSource {
  readonly event = answerAccepted.name;

  async read(event: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const news = await newsOf(tx, event);
    if (!news || news.threadAuthor === news.author) return null;
    return {
      subject: event.subject,
      happened: 'accepted an answer',
      news: 'reply',
      circles: [[event.subject]],
      addressees: [{ member: news.author, because: 'accepted your answer', inHubAlone: news.anonymous }],
      notTo: [news.threadAuthor],
    };
  }
}

function factsOf(thread: EntityRef, news: News): Pick<NoticeFacts, 'subject' | 'circles' | 'topic' | 'notTo'> {
  return { subject: thread, topic: news.kind, circles: news.circles, notTo: [news.author] };
}

/** An edit that names somebody: to those it names, and to nobody else. */
@Injectable()
export class MemberMentionedNotice implements NoticeSource {
  readonly event = memberMentioned.name;

  async read(event: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const news = await newsOf(tx, event);
    const { members } = event.facts as unknown as MentionFacts;
    const addressees = mentions(members.filter((member) => member !== news?.author));
    if (!news || addressees.length === 0) return null;
    const { subject } = event;
    return {
      subject,
      happened: 'mentioned somebody',
      news: 'reply',
      circles: [[subject]],
      addressees,
      notTo: [news.author],
    };
  }
}

function mentions(members: readonly EntityRef[]): Addressee[] {
  return members.map((member) => ({ member, because: 'mentioned you' }));
}

/** Those whom it names, the author of the post that it answers, and the one who started the thread: each once. */
function answeredBy(news: News): Addressee[] {
  const all = [...mentions(news.mentioned), ...repliedTo(news)];
  return all.filter(({ member }, at) => all.findIndex((each) => each.member === member) === at);
}

/** Who wrote without a name hears of answers in the hub alone: a mail at that moment would tell administrators whose question it was. */
function repliedTo(news: News): Addressee[] {
  const starter = {
    member: news.threadAuthor,
    because: `replied to your ${news.kind === 'QUESTION' ? 'question' : 'discussion'}`,
    inHubAlone: news.threadAnonymous,
  };
  if (!news.answeredAuthor || news.answeredAuthor === news.threadAuthor) return [starter];
  return [{ member: news.answeredAuthor, because: 'replied to you', inHubAlone: news.answeredAnonymous }, starter];
}
