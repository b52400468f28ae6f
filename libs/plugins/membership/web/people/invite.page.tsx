/** Inviting somebody to a site by e-mail, in a role. They land on the page that it was sent from. */
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery, pageOfOurs } from '@hub/core/web';
import { textLimits, type SiteRole } from '@hub/graphql';
import { Button, TextField, WhoSees } from '@hub/ui';
import { peopleAddress } from '../addresses';
import { done } from '../done';
import { problemWith, sayConflict } from '../problems';
import { RoleChoices } from '../role-choices';
import { InvitePageDocument, InviteToSiteDocument } from './people.generated';

const initial: { email: string; role: SiteRole | null } = { email: '', role: null };

export default function InvitePage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(InvitePageDocument, { slug: name });
  return data.site?.viewerCanLead ? <InviteForm site={data.site} /> : <NotFound />;
}

function InviteForm({
  site,
}: {
  readonly site: { readonly id: string; readonly slug: string; readonly name: string };
}) {
  const [asked] = useSearchParams();
  const back = pageOfOurs(asked.get('from'), peopleAddress(site.slug));
  const draft = useDraft(`invite:${site.id}`, initial);
  const navigate = useNavigate();
  const form = useMutationForm(InviteToSiteDocument, {
    onDone: ({ inviteToSite }) => {
      draft.clear();
      void navigate(peopleAddress(site.slug), done(`An invitation goes to ${inviteToSite.invitation.email}`));
    },
  });
  const { email, role } = draft.value;
  const submit = () => {
    const problem = problemWith([
      ['email', email.trim() === '', 'Enter their e-mail address'],
      ['role', role === null, 'Choose a role'],
    ]);
    if (problem || !role) return form.setProblem(problem);
    void form.submit({
      site: site.id,
      email: email.trim(),
      role,
      landing: back === peopleAddress(site.slug) ? `/sites/${site.slug}` : back,
    });
  };
  return (
    <Page title={`Invite someone to ${site.name}`} back={{ to: back, label: 'Back' }}>
      <p>
        They get a letter with a link. It works once, for 7 days, and only for whoever signs in with this address. They
        land on the page you came from. You can take it back.
      </p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <TextField
          name="email"
          label="Their e-mail address"
          hint="Their work address, if they have one"
          type="email"
          autoComplete="off"
          spellCheck={false}
          limit={textLimits['InviteToSiteInput.email']}
          value={email}
          onChange={(value) => draft.change({ email: value })}
        />
        <RoleChoices
          label={`Their role at ${site.name}`}
          value={role}
          onChange={(value) => draft.change({ role: value })}
        />
        <WhoSees label="Who will see this" who={`Those who lead ${site.name}, and whoever has the address`} />
        <Button>Send the invitation</Button>
      </HubForm>
    </Page>
  );
}
