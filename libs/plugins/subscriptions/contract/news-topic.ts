/** What a discussion was started as, and what is said in it. */
export const discussionTopics = ['ANNOUNCEMENT', 'QUESTION', 'LEARNING', 'DISCUSSION'] as const;

/** The kinds of news that a follow can leave out. */
export const newsTopics = [...discussionTopics, 'PUBLICATION'] as const;

/** PUBLICATION: what is published, recorded or withdrawn. */
export type NewsTopic = (typeof newsTopics)[number];
