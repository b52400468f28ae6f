/** What others may see of subscriptions: levels of following, and the points where news comes from. */
export * from './follow-level';
export * from './follows';
export * from './mail-frequency';
export * from './news-topic';
export * from './points';
export * from './told';
