/** An intervention in brief: whom it is for, what was wrong before, what is measured, whom to ask, when it is looked at again. */
import { EntityLink, careModelName } from '@hub/core/web';
import { formatDate, formatMonth, SummaryList, type Fact } from '@hub/ui';
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import type { DescriptionTextFragment } from '../intervention-parts.generated';
import type { ShownIntervention } from './intervention.page';

interface AboutProps {
  readonly intervention: ShownIntervention;
  readonly description: DescriptionTextFragment;
}

export function AboutIntervention({ intervention, description }: AboutProps) {
  return (
    <section aria-labelledby="about-intervention">
      <h2 id="about-intervention">In brief</h2>
      <SummaryList facts={factsOf(intervention, description)} />
    </section>
  );
}

/** Facts that nobody gave are left out, but for the care models and the site, which every one has. */
function factsOf(intervention: ShownIntervention, description: DescriptionTextFragment): Fact[] {
  const { startedOn, stoppedOn, contacts, reviewOn, reviewDue } = intervention;
  const { problem, population, segments, outcomesMeasured } = description;
  return [
    { name: 'Site', value: <EntityLink reference={intervention.site.id}>{intervention.site.name}</EntityLink> },
    { name: 'Care models', value: <CareModels intervention={intervention} /> },
    ...given('People it is for', population),
    ...listed(
      'Groups',
      segments.map(({ name }) => name),
    ),
    ...given('Before it', problem),
    ...given('Started', startedOn && formatMonth(startedOn)),
    ...given('Stopped', stoppedOn && formatMonth(stoppedOn)),
    ...listed('What is measured', outcomesMeasured),
    ...listed(
      'Lessons',
      lessons.lessons.filter(({ number }) => intervention.lessons.includes(number)).map(({ title }) => title),
    ),
    ...listed(
      'Support it needed',
      enablers.enablers.filter(({ number }) => intervention.enablers.includes(number)).map(({ name }) => name),
    ),
    ...(contacts.length > 0 ? [{ name: 'Whom to ask', value: <Contacts contacts={contacts} /> }] : []),
    ...given(reviewDue ? 'Review due' : 'Next review', reviewOn && formatDate(`${reviewOn}T12:00:00Z`)),
  ];
}

function given(name: string, value: string | null): Fact[] {
  return value ? [{ name, value }] : [];
}

function listed(name: string, values: readonly string[]): Fact[] {
  return values.length > 0 ? [{ name, value: <Lines lines={values} /> }] : [];
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
