/** Database views that other plugins' reads may name. Their columns only grow. */

/**
 * `thread_ref`, `author_ref`, `position`, `created_at`, `answered` (whether somebody else, or somebody anonymous, has posted after it): one
 * row a post that can be read and was written under a name. Who may see a thread is for the reader to ask: join `core.entity`.
 */
export const namedPostsView = 'threads.shared_named_post';
