/** The five ways to follow, in the words of the pages. */
export const followLevels = {
  WATCHING: 'Every new post',
  FIRST_POSTS: 'New discussions only',
  REPLIES: 'Replies to me',
  MUTED: 'Nothing',
  NONE: 'Not following',
} as const;
