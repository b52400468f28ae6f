/** Pages that are there for administrators alone: for anybody else there is no such page. */
import type { ComponentType } from 'react';
import { NotFound, usePageQuery } from '@hub/core/web';
import { AdministrationViewerDocument } from '../viewer.generated';

/** The page, behind the question whether the viewer administers the hub. The server decides again for each of its questions. */
export function forAdministrators(Inner: ComponentType): ComponentType {
  return function AdministrationPage() {
    const { data } = usePageQuery(AdministrationViewerDocument);
    return data.viewer?.viewerCanAdminister ? <Inner /> : <NotFound />;
  };
}
