/** Where the next version is written: what came into it from other sites, each of which can be taken out again until it is published. */
import { useState } from 'react';
import { nameOf } from '@hub/core/contract';
import { EntityLink, HubForm, useMutationForm, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Button, Hidden, NotificationBanner } from '@hub/ui';
import { MovedMeanwhile } from '../stages/moved-meanwhile';
import { takenOutWords, waitingCredits } from './folding';
import { TakenInDocument, UndoFoldBackDocument, type TakenInPartsFragment } from './learning.generated';

export default function TakenInCard({ reference }: EntityPartProps) {
  const { data, refetch } = usePageQuery(TakenInDocument, { slug: nameOf(reference) });
  const [done, setDone] = useState<string | null>(null);
  const { intervention } = data;
  const credits = intervention ? waitingCredits(intervention) : [];
  if (!intervention || (credits.length === 0 && !done)) return null;
  return (
    <section aria-labelledby="taken-in">
      <h2 id="taken-in">Taken in from other sites</h2>
      {done && (
        <NotificationBanner kind="done" key={done}>
          <p>{done}</p>
        </NotificationBanner>
      )}
      <ul className="nhsuk-list hub-rows">
        {credits.map((credit) => (
          <TakenIn
            key={`${credit.from.id} ${credit.part} ${credit.key}`}
            {...{ credit, intervention, onDone: setDone }}
            refetch={() => void refetch()}
          />
        ))}
      </ul>
    </section>
  );
}

interface TakenInProps {
  readonly credit: TakenInPartsFragment;
  readonly intervention: { readonly id: string; readonly revision: number };
  readonly onDone: (words: string) => void;
  readonly refetch: () => void;
}

function TakenIn({ credit, intervention, onDone, refetch }: TakenInProps) {
  const { part, key, heading, site, from } = credit;
  const form = useMutationForm(UndoFoldBackDocument, {
    onDone: ({ undoFoldBack }) => onDone(takenOutWords(credit, undoFoldBack.textPutBack)),
  });
  const takeOut = () =>
    void form.submit({
      ...{ intervention: intervention.id, adaptation: from.id, part, key },
      expectedRevision: intervention.revision,
    });
  return (
    <li className="hub-rows__row">
      {heading}, changed by <EntityLink reference={from.id}>{site.name}</EntityLink>
      {form.conflict && <MovedMeanwhile onLook={() => (form.setProblem(null), refetch())} />}
      <HubForm form={form} onSubmit={takeOut}>
        <Button look="secondary" small>
          Take it out again<Hidden>{`: ${heading}, from ${site.name}`}</Hidden>
        </Button>
      </HubForm>
    </li>
  );
}
