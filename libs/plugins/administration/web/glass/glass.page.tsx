/** Breaking the glass: what it does, the form, and what was opened lately. */
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Page, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { counted, Pager, TextField } from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { Done } from '../parts/done';
import { useForget } from '../parts/forget';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { AdministrationGlassesDocument, BreakGlassDocument } from './glass.generated';
import { GlassRow } from './glass-row';

export default forAdministrators(function GlassPage() {
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data, refetch } = usePageQuery(AdministrationGlassesDocument, { after });
  const { totalCount, edges, pageInfo } = data.brokenGlasses;
  return (
    <Page title="Break the glass" breadcrumbs={fromTasks}>
      <Done />
      <p>
        For the rare day when somebody has to look at one thing that a site keeps to itself. You see it for 30 minutes,
        with what lies within it and what it lies within, such as its discussions, and nothing else. You cannot change
        it.
      </p>
      <p>Those who lead the site are told at once, with your name and your reason. It is in the audit log for good.</p>
      <BreakGlass />
      <h2>{totalCount === 0 ? 'Never broken so far' : `Broken ${counted(totalCount, 'time')}`}</h2>
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="hub-rows__row">
            <GlassRow glass={node} onClosed={refetch} />
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="broken glasses" />
    </Page>
  );
});

function BreakGlass() {
  const [entity, setEntity] = useState('');
  const forget = useForget();
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const form = useMutationForm(BreakGlassDocument, {
    onDone: ({ breakGlass }) => {
      void navigate(linkTo(breakGlass.entityId));
      forget('brokenGlasses', 'administrationWork');
    },
  });
  return (
    <section aria-labelledby="break-glass">
      <h2 id="break-glass">Open one thing</h2>
      <ReasonForm
        form={form}
        draft="glass"
        button="Open it for 30 minutes"
        isGrave
        onSubmit={(reason) => form.submit({ entity, reason })}
      >
        <TextField
          name="entity"
          label="What?"
          hint="The address of its page, or its reference, such as intervention:northvale/falls-huddle"
          limit={textLimits['BreakGlassInput.entity']}
          spellCheck={false}
          value={entity}
          onChange={setEntity}
        />
      </ReasonForm>
    </section>
  );
}
