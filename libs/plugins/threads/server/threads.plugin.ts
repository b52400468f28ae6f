/** Threads: discussions, questions, learning and announcements across the care models. */
import { tagKind, tagPage } from '@hub/core/contract';
import { byId, contribute, definePlugin, entityChanged } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import { mailReplies, notices, wordsForMail } from '@hub/plugins/subscriptions/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import {
  postedWith,
  PostModeration,
  postPrefix,
  threadEvents,
  threadKind,
  threadPage,
  Threads,
} from '@hub/plugins/threads/contract';
import promotionSchema from '@hub/plugins/threads/contract/promotion.graphql';
import schema from '@hub/plugins/threads/contract/schema.graphql';
import { Announcer } from './news/announcer';
import { circlesMigrations } from './news/circles.migrations';
import { Companions } from './posts/companions';
import { DemonstrationSubjects } from './demonstration/demonstration-subjects';
import { isLegible } from './posts/legible.sql';
import { Lookup } from './lookup';
import { ModeratedPosts } from './moderating/moderated-posts';
import { moderatedPostsMigrations } from './moderating/moderated-posts.migrations';
import { postRead, reactionRead, revisionRead } from './posts/post.read';
import { PostRecord, ReactionRecord, RevisionRecord } from './posts/post.record';
import { PostWords } from './moderating/post-words';
import { promotionRead, promotionsOfRecords } from './promotion/promotion.read';
import { PromotionRecord } from './promotion/promotion.record';
import { PromotionResolver } from './promotion/promotion.resolver';
import { PromotionService } from './promotion/promotion.service';
import { PostsResolver } from './posts/posts.resolver';
import { PostsService } from './posts/posts.service';
import { ReadAllResolver } from './unread/read-all.resolver';
import { ReadAllService, threadsRead } from './unread/read-all.service';
import { ReadMarkRecord } from './unread/read-mark.record';
import { referenceRead, suggestionRead, suggestionsRoot } from './references/reference.read';
import { MailedReplies } from './mailed-replies';
import { MovedPosts } from './curating/moved-posts';
import { NewThread } from './new-thread';
import { RearrangeService } from './curating/rearrange.service';
import { Quotes } from './moderating/quotes';
import { quotesMigrations } from './moderating/quotes.migrations';
import { WithheldQuoteRecord } from './moderating/quotes.record';
import { References } from './references/references';
import { liveEvents, modelTypeActivity, TellLive, threadActivity } from './news/tell-live.handler';
import { careModelThreads, interventionThreads, summaryRead, threadRead, threadsRoot } from './thread.read';
import { ActivityRecord, FeedRecord, ThreadRecord } from './thread.record';
import { followedTagRead } from './tags/tag.read';
import { KeepTags } from './tags/keep-tags.handler';
import { tagsMigrations } from './tags/tags.migrations';
import { tagRead, threadTagsRoot } from './finding/thread-tag.read';
import { ThreadDetailsService } from './curating/thread-details.service';
import { ThreadEntry } from './thread-entry';
import { ThreadSearch } from './finding/thread.search';
import { threadsMigrations } from './threads.migrations';
import {
  AnswerAcceptedNotice,
  MemberMentionedNotice,
  PostAddedNotice,
  ThreadStartedNotice,
} from './news/threads.notices';
import { unansweredMigrations } from './news/unanswered.migrations';
import { QuestionUnansweredNotice } from './news/unanswered.notices';
import { passOnSchedule } from './news/unanswered.schedule';
import { ThreadsPersonalData } from './threads.personal-data';
import { takePart, threadsPolicy } from './threads.policy';
import { ThreadsResolver } from './threads.resolver';
import { ThreadsSeed } from './demonstration/threads.seed';
import { ThreadsOfOthers } from './threads-of-others';
import { ThreadsService } from './threads.service';
import {
  sitesWithoutReplyRoot,
  siteWithoutReplyRead,
  waitingFilters,
  waitingThreadsRoot,
} from './finding/waiting.read';

export const threadsPlugin = definePlugin({
  id: 'threads',
  needs: ['sites', 'interventions', 'adaptations'],
  uses: ['search', 'subscriptions', 'identity'],
  kinds: [
    {
      ...{ kind: threadKind, type: 'Thread', page: threadPage, searchKind: 'THREAD' },
      ...{ followable: true, circles: 'threads.circle' },
    },
    { kind: tagKind, type: 'Tag', page: tagPage, followable: true },
  ],
  defaultRules: [
    {
      name: 'threads.written-in',
      label: 'Discussions that you write in',
      because: 'You wrote in this discussion',
      follows: { kind: threadKind, view: 'threads.written_in' },
    },
  ],
  attachableRows: [
    {
      ...{ type: 'Post', prefix: postPrefix, source: 'threads.post', guard: 'thread_ref' },
      ...{ author: 'author_ref', by: takePart.id },
      inputs: ['StartThreadInput', 'ReplyInput', 'EditPostInput'],
      isShown: isLegible,
      // What a moderator removed may be restored.
      isGone: (post) => `(${post}.removed_at < now() - interval '1 day' AND NOT ${post}.removed_by_moderator)`,
    },
  ],
  schema: `${schema}\n${promotionSchema}`,
  records: [
    ThreadRecord,
    ActivityRecord,
    FeedRecord,
    PostRecord,
    ReactionRecord,
    RevisionRecord,
    ReadMarkRecord,
    WithheldQuoteRecord,
    PromotionRecord,
  ],
  migrations: [
    ...threadsMigrations,
    ...moderatedPostsMigrations,
    ...quotesMigrations,
    ...unansweredMigrations,
    ...circlesMigrations,
    ...tagsMigrations,
  ],
  reads: [
    threadRead,
    postRead,
    reactionRead,
    revisionRead,
    summaryRead,
    tagRead,
    followedTagRead,
    referenceRead,
    suggestionRead,
    siteWithoutReplyRead,
    promotionRead,
  ],
  readExtensions: [careModelThreads, interventionThreads, waitingFilters, ...promotionsOfRecords],
  roots: {
    threads: threadsRoot,
    waitingThreads: waitingThreadsRoot,
    sitesWithoutReply: sitesWithoutReplyRoot,
    thread: byId('Thread'),
    threadTags: threadTagsRoot,
    referenceSuggestions: suggestionsRoot,
  },
  live: { threadActivity, modelTypeActivity, threadsRead },
  permissions: threadsPolicy,
  resolvers: [ThreadsResolver, PostsResolver, ReadAllResolver, PromotionResolver],
  providers: [
    ThreadsService,
    ThreadDetailsService,
    ThreadEntry,
    References,
    Quotes,
    NewThread,
    MovedPosts,
    RearrangeService,
    ReadAllService,
    Companions,
    PromotionService,
    PostsService,
    Lookup,
    KeepTags,
    Announcer,
    DemonstrationSubjects,
    ThreadsOfOthers,
    { provide: Threads, useExisting: ThreadsOfOthers },
    ModeratedPosts,
    { provide: PostModeration, useExisting: ModeratedPosts },
  ],
  events: threadEvents,
  offers: [postedWith],
  schedules: [passOnSchedule],
  handlers: [
    ...liveEvents.map((event) => ({ event, handler: TellLive })),
    { event: entityChanged.name, handler: KeepTags },
  ],
  contributes: [
    contribute(searchDocuments, ThreadSearch),
    contribute(notices, ThreadStartedNotice),
    contribute(notices, PostAddedNotice),
    contribute(notices, AnswerAcceptedNotice),
    contribute(notices, MemberMentionedNotice),
    contribute(notices, QuestionUnansweredNotice),
    contribute(wordsForMail, PostWords),
    contribute(mailReplies, MailedReplies),
    contribute(personalData, ThreadsPersonalData),
  ],
  seed: ThreadsSeed,
});
