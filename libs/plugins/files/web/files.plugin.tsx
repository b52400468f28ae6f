/** Files on the web: listed where they belong, attached where that is written. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { FilesOfPostFragmentDoc } from './files-of-posts.generated';
import { PostFilesPart } from './reading/post-files.part';

export const filesWebPlugin = defineWebPlugin({
  id: 'files',
  fragmentParts: [{ of: 'PostParts', fragment: FilesOfPostFragmentDoc, component: PostFilesPart }],
  filesField: lazy(() => import('./posting/files-field')),
  cards: [
    {
      id: 'files.of-intervention',
      kinds: ['intervention'],
      place: 'main',
      order: 5,
      component: lazy(() => import('./reading/intervention-files.card')),
    },
    {
      id: 'files.of-version',
      kinds: ['version'],
      place: 'main',
      order: 5,
      component: lazy(() => import('./reading/version-files.card')),
    },
    {
      id: 'files.to-be-published',
      kinds: ['intervention'],
      place: 'checking',
      order: 10,
      component: lazy(() => import('./reading/checking-files.card')),
    },
    {
      id: 'files.in-writing',
      kinds: ['intervention'],
      place: 'writing',
      order: 10,
      component: lazy(() => import('./writing/writing-files.card')),
    },
  ],
});
