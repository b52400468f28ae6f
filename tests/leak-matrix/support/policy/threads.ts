/** Who may read the types of `threads`. */
import { noFamily, type TypesOfPlugin } from './rows';

export const threads: TypesOfPlugin = {
  guarded: {
    Thread: { rule: 'anyone signed in who may read what it is about', plain: ['whoCanSee'], unfilled: noFamily },
    Post: {
      rule: 'whoever may read its thread; the text of a removed one by nobody, of one that waits for a moderator by its author and moderators; an anonymous author by nobody',
      unfilled: { viewerCase: 'whoever wrote it asks some of all paths here: cases.db.spec.ts' },
    },
    ThreadSummary: { rule: 'whoever may read the thread' },
    ThreadTag: {
      rule: 'made of the threads that the viewer may read, and counted for the viewer',
      made: { tag: 'Thread.tags' },
    },
    Tag: {
      rule: 'anyone signed in; of a word, while they all may read a thread that bears it',
      made: { name: 'Thread.tags', word: 'Thread.tags' },
      plain: ['whoCanSee'],
      unfilled: { ...noFamily, enabler: 'the one asked for is a lesson: threads-followed.db.spec.ts' },
    },
    PostReference: {
      rule: 'whoever may see the post and what it names',
      made: { written: 'the name of what it names', title: 'the title of what it names' },
    },
    Promotion: {
      rule: 'whoever may read the record; that an entry of it came from a post, and the post, whoever can read that too',
      made: { recordTitle: 'the title of the record', component: 'the name of a component of the record' },
      unfilled: {
        component: 'nobody asks about a component here: promotion.db.spec.ts',
        version: 'nothing is published after a change from a post here: promotion.db.spec.ts',
      },
    },
    ReferenceSuggestion: {
      rule: 'whoever may see what it names',
      made: { written: 'the name of what it names', title: 'the title of what it names', owner: 'a site' },
    },
    PostRevision: {
      rule: 'whoever may see the post; of a removed one nobody; of one that waits for a moderator its author and moderators',
    },
    ReactionCount: { rule: 'whoever may read the post', plain: ['kind'] },
    ThreadActivity: { rule: 'whoever may read the thread, when it happens' },
    ThreadsRead: { rule: 'the one whose threads were read' },
    ThreadConnection: { rule: 'as its threads, counted for the viewer' },
    ThreadEdge: { rule: 'as its thread', plain: ['cursor'] },
    SiteWithoutReplyConnection: { rule: 'made of the threads that the viewer may see' },
    SiteWithoutReplyEdge: { rule: 'made of the threads that the viewer may see', plain: ['cursor'] },
    PostConnection: { rule: 'as its posts' },
    PostEdge: { rule: 'as its post', plain: ['cursor'] },
  },
  payloads: [
    'ThreadPayload',
    'MarkThreadsReadPayload',
    'UndoMarkThreadsReadPayload',
    'PostPayload',
    'PromotionPayload',
    'TakeOutPromotionPayload',
  ],
};
