/** Further facts of an intervention: whom it is for, what was wrong before, what is measured, whom to ask. */
import { EntityLink, careModelName } from '@hub/core/web';
import { formatMonth, SummaryList, type Fact } from '@hub/ui';
import type { ShownIntervention } from './intervention.page';

export function AboutIntervention({ intervention }: { readonly intervention: ShownIntervention }) {
  return (
    <section aria-labelledby="about-intervention">
      <h2 id="about-intervention">About this intervention</h2>
      <SummaryList facts={factsOf(intervention)} />
    </section>
  );
}

/** Facts that nobody gave are left out, but for the care models and the site, which every one has. */
function factsOf(intervention: ShownIntervention): Fact[] {
  const { problem, population, startedOn, stoppedOn, contacts, outcomesMeasured } = intervention;
  return [
    { name: 'Site', value: <EntityLink reference={intervention.site.id}>{intervention.site.name}</EntityLink> },
    { name: 'Care models', value: <CareModels intervention={intervention} /> },
    ...given('People it is for', population),
    ...given('Before it', problem),
    ...given('Started', startedOn && formatMonth(startedOn)),
    ...given('Stopped', stoppedOn && formatMonth(stoppedOn)),
    ...(outcomesMeasured.length > 0 ? [{ name: 'What is measured', value: <Lines lines={outcomesMeasured} /> }] : []),
    ...(contacts.length > 0 ? [{ name: 'Whom to ask', value: <Contacts contacts={contacts} /> }] : []),
  ];
}

function given(name: string, value: string | null): Fact[] {
  return value ? [{ name, value }] : [];
}

function CareModels({ intervention }: { readonly intervention: ShownIntervention }) {
  return intervention.modelTypes.map((model) => (
    <div key={model.id}>
      <EntityLink reference={model.id}>{careModelName(model)}</EntityLink>
    </div>
  ));
}

function Contacts({ contacts }: { readonly contacts: ShownIntervention['contacts'] }) {
  return contacts.map(({ id, displayName, roleTitle }) => (
    <div key={id}>
      <EntityLink reference={id}>{displayName}</EntityLink>
      {roleTitle && `, ${roleTitle}`}
    </div>
  ));
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
