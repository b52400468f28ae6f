/** What an evaluation says at this moment: asked anew, when somebody else changed it meanwhile. */
import { useApolloClient } from '@apollo/client/react';
import { EvaluationWritingDocument } from './write.generated';
import { contentOf, writingOf, type EvaluationContent } from './writing';

export interface ContentNow {
  readonly content: EvaluationContent;
  readonly revision: number;
}

/** Gives null where it cannot be asked, or is not there any more: what was typed is kept in the tab. */
export function useContentNow(id: string): () => Promise<ContentNow | null> {
  const client = useApolloClient();
  return async () => {
    const question = { query: EvaluationWritingDocument, variables: { id }, fetchPolicy: 'no-cache' } as const;
    const answer = await client.query(question).catch(() => null);
    const found = answer?.data?.evaluation;
    return found ? { content: contentOf(writingOf(found)), revision: found.revision } : null;
  };
}
