/** Threads: discussions, questions, learning and announcements across the care models. */
import { byId, contribute, definePlugin } from '@hub/core/server';
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
import { Announcer } from './announcer';
import { Companions } from './companions';
import { DemonstrationSubjects } from './demonstration-subjects';
import { isLegible } from './legible.sql';
import { Lookup } from './lookup';
import { ModeratedPosts } from './moderated-posts';
import { moderatedPostsMigrations } from './moderated-posts.migrations';
import { postRead, reactionRead, revisionRead } from './post.read';
import { PostRecord, ReactionRecord, RevisionRecord } from './post.record';
import { PostWords } from './post-words';
import { promotionRead, promotionsOfRecords } from './promotion/promotion.read';
import { PromotionRecord } from './promotion/promotion.record';
import { PromotionResolver } from './promotion/promotion.resolver';
import { PromotionService } from './promotion/promotion.service';
import { PostsResolver } from './posts.resolver';
import { PostsService } from './posts.service';
import { ReadAllResolver } from './read-all.resolver';
import { ReadAllService, threadsRead } from './read-all.service';
import { ReadMarkRecord } from './read-mark.record';
import { referenceRead, suggestionRead, suggestionsRoot } from './reference.read';
import { MailedReplies } from './mailed-replies';
import { MovedPosts } from './moved-posts';
import { NewThread } from './new-thread';
import { RearrangeService } from './rearrange.service';
import { Quotes } from './quotes';
import { quotesMigrations } from './quotes.migrations';
import { WithheldQuoteRecord } from './quotes.record';
import { References } from './references';
import { liveEvents, modelTypeActivity, TellLive, threadActivity } from './tell-live.handler';
import { careModelThreads, interventionThreads, summaryRead, threadRead, threadsRoot } from './thread.read';
import { ActivityRecord, FeedRecord, ThreadRecord } from './thread.record';
import { tagRead, threadTagsRoot } from './thread-tag.read';
import { ThreadDetailsService } from './thread-details.service';
import { ThreadEntry } from './thread-entry';
import { ThreadSearch } from './thread.search';
import { threadsMigrations } from './threads.migrations';
import { AnswerAcceptedNotice, MemberMentionedNotice, PostAddedNotice, ThreadStartedNotice } from './threads.notices';
import { ThreadsPersonalData } from './threads.personal-data';
import { takePart, threadsPolicy } from './threads.policy';
import { ThreadsResolver } from './threads.resolver';
import { ThreadsSeed } from './threads.seed';
import { ThreadsOfOthers } from './threads-of-others';
import { ThreadsService } from './threads.service';
import { sitesWithoutReplyRoot, siteWithoutReplyRead, waitingFilters, waitingThreadsRoot } from './waiting.read';

export const threadsPlugin = definePlugin({
  id: 'threads',
  needs: ['sites', 'interventions', 'adaptations'],
  uses: ['search', 'subscriptions', 'identity'],
  kinds: [{ kind: threadKind, type: 'Thread', page: threadPage, followable: true, searchKind: 'THREAD' }],
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
  migrations: [...threadsMigrations, ...moderatedPostsMigrations, ...quotesMigrations],
  reads: [
    threadRead,
    postRead,
    reactionRead,
    revisionRead,
    summaryRead,
    tagRead,
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
    Announcer,
    DemonstrationSubjects,
    ThreadsOfOthers,
    { provide: Threads, useExisting: ThreadsOfOthers },
    ModeratedPosts,
    { provide: PostModeration, useExisting: ModeratedPosts },
  ],
  events: threadEvents,
  offers: [postedWith],
  handlers: liveEvents.map((event) => ({ event, handler: TellLive })),
  contributes: [
    contribute(searchDocuments, ThreadSearch),
    contribute(notices, ThreadStartedNotice),
    contribute(notices, PostAddedNotice),
    contribute(notices, AnswerAcceptedNotice),
    contribute(notices, MemberMentionedNotice),
    contribute(wordsForMail, PostWords),
    contribute(mailReplies, MailedReplies),
    contribute(personalData, ThreadsPersonalData),
  ],
  seed: ThreadsSeed,
});
