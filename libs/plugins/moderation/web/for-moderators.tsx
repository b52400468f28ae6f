/** Pages that are there for moderators alone: for anybody else there is no such page. */
import type { ComponentType } from 'react';
import { NotFound, usePageQuery } from '@hub/core/web';
import { ModerationViewerDocument } from './viewer.generated';

/** The page, behind the question whether the viewer moderates. The server decides again for each of its questions. */
export function forModerators(Inner: ComponentType): ComponentType {
  return function ModerationPage() {
    const { data } = usePageQuery(ModerationViewerDocument);
    return data.viewer?.viewerCanModerate ? <Inner /> : <NotFound />;
  };
}
