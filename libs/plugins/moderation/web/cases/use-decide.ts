/** Sending a decision, and going on to the next case. */
import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { useMutationForm, type MutationForm } from '@hub/core/web';
import type { DecideCaseInput } from '@hub/graphql';
import { moderationPage } from '@hub/plugins/moderation/contract';
import { caseAddress } from '../addresses';
import { done } from '../done';
import { useForget } from '../forget';
import { outcomeWords } from '../words';
import { DecideCaseDocument, NextCaseDocument } from './cases.generated';
import { decidedBefore } from './decided-before';

/** `onDone` runs once it is decided, before the next case comes. */
export function useDecide(onDone: () => void): MutationForm<DecideCaseInput> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const forget = useForget();
  const goOn = async (sentence: string) => {
    const { data } = await client.query({ query: NextCaseDocument, fetchPolicy: 'network-only' });
    const next = data?.casesWaiting.edges[0]?.node.id;
    if (next) return navigate(caseAddress(next), decidedBefore(sentence));
    return navigate(moderationPage, done(sentence));
  };
  return useMutationForm(DecideCaseDocument, {
    onDone: ({ decideCase }) => {
      onDone();
      forget('casesWaiting', 'casesDecided', 'viewer');
      void goOn(outcomeWords(decideCase.case.decision, 'You'));
    },
  });
}
