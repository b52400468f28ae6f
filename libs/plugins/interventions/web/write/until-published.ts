/** What a form says of a draft before it is saved: the words before those for who reads drafts. */
export const untilPublished = 'Who will see this until you publish it';
