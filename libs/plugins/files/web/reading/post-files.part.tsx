/** Beneath a post: the files that came with it. Nothing more is fetched for a post without any. */
import { lazy } from 'react';
import type { FilesOfPostFragment } from '../files-of-posts.generated';

const PostFiles = lazy(() => import('./post-files'));

export function PostFilesPart({ thing: { attachments } }: { readonly thing: Partial<FilesOfPostFragment> }) {
  return attachments && attachments.length > 0 ? <PostFiles files={attachments} /> : null;
}
