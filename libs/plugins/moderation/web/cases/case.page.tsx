/** One case: what it is about, and the decision. It prints for a record. */
import { useEffect } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useParams } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { casePrefix, decidedPage, moderationPage } from '@hub/plugins/moderation/contract';
import { Button, formatDateTime, SummaryList } from '@hub/ui';
import { AppealSoFar } from '../appeal-so-far';
import { AnswerAppeal } from './answer-appeal';
import { DecidedBefore } from './decided-before';
import { forModerators } from '../for-moderators';
import { outcomeWords, reasonWords } from '../words';
import { CaseBody } from './case-body';
import { CasePageDocument, OpenCaseDocument, type CasePartsFragment } from './cases.generated';
import { DecideForm } from './decide-form';
import { TheName } from './the-name';
import { WhatWasDone } from './what-was-done';

export default forModerators(function CasePage() {
  const { id = '' } = useParams();
  const { data, refetch } = usePageQuery(CasePageDocument, { id: `${casePrefix}:${id}` });
  const kase = data.moderationCase;
  useOpening(kase);
  if (!kase) return <NotFound />;
  return (
    <Page
      key={kase.id}
      title={kase.thread?.title ?? 'A discussion'}
      caption={reasonWords[kase.reason]}
      back={
        kase.decidedAt ? { to: decidedPage, label: 'What was decided' } : { to: moderationPage, label: 'Moderation' }
      }
    >
      <DecidedBefore />
      {kase.decidedAt && <Decision case={kase} />}
      <CaseBody case={kase} headingLevel={2} />
      {kase.anonymous && <TheName case={kase} onOpened={refetch} />}
      {kase.appeal && <AppealSoFar appeal={kase.appeal} whose="What the author says" />}
      {kase.viewerCanDecideAppeal && <AnswerAppeal case={kase} />}
      {kase.appeal && !kase.appeal.decidedAt && !kase.viewerCanDecideAppeal && (
        <p>Another moderator answers the appeal: you decided this case, or reported it.</p>
      )}
      {kase.viewerCanDecide && <DecideForm case={kase} />}
      {!kase.decidedAt && !kase.viewerCanDecide && <p>You reported this, so another moderator decides.</p>}
      <WhatWasDone case={kase} />
      <Button look="secondary" onClick={() => window.print()}>
        Print this case
      </Button>
    </Page>
  );
});

/** Tells other moderators that somebody looks at it. */
function useOpening(kase: CasePartsFragment | null | undefined): void {
  const client = useApolloClient();
  const id = kase?.viewerCanDecide && !kase.openedBy ? kase.id : null;
  useEffect(() => {
    if (!id) return;
    void client.mutate({ mutation: OpenCaseDocument, variables: { input: { case: id } } }).catch(() => undefined);
  }, [client, id]);
}

function Decision({ case: kase }: { readonly case: CasePartsFragment }) {
  return (
    <SummaryList
      facts={[
        { name: 'Decision', value: outcomeWords(kase.decision, kase.decidedBy?.displayName) },
        { name: 'Decided', value: kase.decidedAt ? formatDateTime(kase.decidedAt) : '' },
        { name: 'Why, as the author reads it', value: kase.decisionReason },
        ...(kase.appeal?.upheld ? [{ name: 'Since', value: 'An appeal against it was upheld.' }] : []),
      ]}
    />
  );
}
