/** Ending somebody's membership of a site: what it does is said before it is done. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, ButtonLink } from '@hub/ui';
import { peopleAddress } from '../addresses';
import { done } from '../done';
import { RemoveFromSiteDocument } from './people.generated';
import { usePerson, type PersonOfSite } from './use-person';

export default function RemovePage() {
  const { name = '', member = '' } = useParams();
  const person = usePerson(name, member);
  return person ? <Removal person={person} /> : <NotFound />;
}

function Removal({ person }: { readonly person: PersonOfSite }) {
  const { site, name, isLastLead } = person;
  const back = peopleAddress(site.slug);
  const navigate = useNavigate();
  const form = useMutationForm(RemoveFromSiteDocument, {
    onDone: () => void navigate(back, done(`${name} no longer belongs to ${site.name}`)),
  });
  return (
    <Page title={`Remove ${name} from ${site.name}`} back={{ to: back, label: `People of ${site.name}` }}>
      {isLastLead ? (
        <p>{name} is the only lead. Make somebody else a lead first: a site cannot be without one.</p>
      ) : (
        <>
          <p>This takes effect at once, also on pages that {name} has open:</p>
          <ul>
            <li>they no longer see the site’s drafts, or what it shares among its members</li>
            <li>they no longer write or publish for {site.name}</li>
            <li>what they wrote stays, under their name</li>
            <li>they stay a member of the hub, and are told</li>
          </ul>
          <HubForm form={form} onSubmit={() => void form.submit({ site: site.id, member: person.id })}>
            <ButtonGroup>
              <Button look="warning">Remove {name}</Button>
              <ButtonLink look="secondary" to={back}>
                Keep {name}
              </ButtonLink>
            </ButtonGroup>
          </HubForm>
        </>
      )}
    </Page>
  );
}
