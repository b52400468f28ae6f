/** The pages of moderators: they come together. */
export { default as CasePage } from './case.page';
export { default as CasesPage } from './cases.page';
export { default as DecidedPage } from './decided.page';
export { default as ModerationItem } from '../moderation-item';
export { default as RemovePage } from './remove.page';
