/** One intervention that was found, with what was taken from it. */
import { EntityLink, HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Details, Hidden, TextArea } from '@hub/ui';
import { AddAdaptationSourceDocument } from './sources.generated';

interface AddSourceProps {
  readonly intervention: {
    readonly id: string;
    readonly title: string;
    readonly site: { readonly name: string };
    readonly currentVersion: { readonly id: string; readonly number: number } | null;
  };
  readonly adaptation: string;
}

export function AddSource({ intervention: { id, title, site, currentVersion }, adaptation }: AddSourceProps) {
  const draft = useDraft(`source:${adaptation}:${id}`, { what: '' });
  const form = useMutationForm(AddAdaptationSourceDocument, { onDone: () => draft.clear() });
  if (!currentVersion) return null;
  const add = () => {
    void form.submit({ adaptation, sourceVersion: currentVersion.id, what: draft.value.what.trim() || null });
  };
  return (
    <li className="hub-rows__row">
      <EntityLink reference={id}>{title}</EntityLink>, version {currentVersion.number}, by {site.name}
      <Details summary={`We drew on ${title}`}>
        <HubForm form={form} onSubmit={add} scope={id}>
          <TextArea
            name="what"
            label="What did you take from it? (optional)"
            rows={2}
            limit={textLimits['AddAdaptationSourceInput.what']}
            value={draft.value.what}
            onChange={(what) => draft.change({ what })}
          />
          <Button small>
            Add it<Hidden>: {title}</Hidden>
          </Button>
        </HubForm>
      </Details>
    </li>
  );
}
