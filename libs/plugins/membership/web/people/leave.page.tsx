/** Leaving a site oneself. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, ButtonGroup, ButtonLink } from '@hub/ui';
import { peopleAddress } from '../addresses';
import { done } from '../done';
import { LeaveSiteDocument, LeaveSitePageDocument } from './people.generated';

export default function LeavePage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(LeaveSitePageDocument, { slug: name });
  const navigate = useNavigate();
  const { site } = data;
  const form = useMutationForm(LeaveSiteDocument, {
    onDone: () => void navigate(`/sites/${name}/people`, done(`You no longer belong to ${site?.name ?? 'the site'}`)),
  });
  if (!site?.viewerRole) return <NotFound />;
  const back = peopleAddress(site.slug);
  return (
    <Page title={`Leave ${site.name}`} back={{ to: back, label: `People of ${site.name}` }}>
      {!site.viewerCanLeave ? (
        <p>You are the only lead. Make somebody else a lead first: a site cannot be without one.</p>
      ) : (
        <>
          <p>At once you no longer see its drafts and what it shares among its members. What you wrote stays.</p>
          <p>To come back you ask its leads.</p>
          <HubForm form={form} onSubmit={() => void form.submit({ site: site.id })}>
            <ButtonGroup>
              <Button look="warning">Leave {site.name}</Button>
              <ButtonLink look="secondary" to={back}>
                Stay
              </ButtonLink>
            </ButtonGroup>
          </HubForm>
        </>
      )}
    </Page>
  );
}
