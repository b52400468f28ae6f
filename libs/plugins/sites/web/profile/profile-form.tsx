/** What one says of oneself. Lists are written one a line. */
import { careModelCode } from '@hub/core/contract';
import { CareModelsDocument, HubForm, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { professionalGroups } from '@hub/plugins/sites/contract';
import { Button, Checkboxes, Select, TextArea, TextField } from '@hub/ui';
import type { MemberProfileFragment } from '../member/member.generated';
import { UpdateProfileDocument } from './profile.generated';

const groups = [
  { value: '', label: 'None chosen' },
  ...professionalGroups.map(({ name }) => ({ value: name, label: name })),
];

const lines = 'One a line, 12 at most';

type LimitedName = 'displayName' | 'pronouns' | 'roleTitle' | 'bio';
type TextName = LimitedName | 'skills' | 'interests';

interface ProfileFormProps {
  readonly member: MemberProfileFragment;
  readonly onSaved: () => void;
}

export function ProfileForm({ member, onSaved }: ProfileFormProps) {
  const draft = useDraft('profile', said(member));
  const { data } = usePageQuery(CareModelsDocument);
  const form = useMutationForm(UpdateProfileDocument, {
    onDone: () => {
      draft.clear();
      onSaved();
    },
  });
  const value = draft.value;
  const submit = () =>
    void form.submit({ ...value, skills: linesOf(value.skills), interests: linesOf(value.interests) });
  const models = data.modelTypes.map((model) => ({
    value: careModelCode(model.id),
    label: `${model.name} (${model.code})`,
  }));
  const text = (name: TextName) => ({
    name,
    value: value[name],
    onChange: (typed: string) => draft.change({ [name]: typed }),
  });
  const limited = (name: LimitedName) => ({ ...text(name), limit: textLimits[`UpdateProfileInput.${name}`] });
  return (
    <HubForm form={form} onSubmit={submit}>
      <TextField {...limited('displayName')} label="Your name" autoComplete="name" />
      <TextField {...limited('pronouns')} label="Pronouns (optional)" />
      <TextField {...limited('roleTitle')} label="Your role" hint="Such as district nurse, or practice manager" />
      <Select
        name="professionalGroup"
        label="Professional group"
        choices={groups}
        value={value.professionalGroup}
        onChange={(professionalGroup) => draft.change({ professionalGroup })}
      />
      <TextArea {...text('skills')} label="What you offer to help others with" hint={lines} rows={4} />
      <TextArea {...text('interests')} label="What you are interested in" hint={lines} rows={4} />
      <Checkboxes
        name="modelTypes"
        label="Care models that you work on"
        choices={models}
        values={value.modelTypes}
        onChange={(modelTypes) => draft.change({ modelTypes })}
      />
      <TextArea {...limited('bio')} label="A few words about you" hint="Do not include details of patients" rows={5} />
      <Button>Save</Button>
    </HubForm>
  );
}

/** What is there now, as it stands in the form. */
function said(member: MemberProfileFragment) {
  return {
    displayName: member.displayName,
    pronouns: member.pronouns ?? '',
    roleTitle: member.roleTitle ?? '',
    professionalGroup: member.professionalGroup ?? '',
    skills: member.skills.join('\n'),
    interests: member.interests.join('\n'),
    modelTypes: member.modelTypes.map(({ id }): string => careModelCode(id)),
    bio: member.bio ?? '',
  };
}

/** Each line that says something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
