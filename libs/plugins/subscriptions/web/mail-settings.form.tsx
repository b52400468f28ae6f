/** How often mail comes: for what one follows, for what is addressed to oneself, on which day, and how many at most. */
import { useState } from 'react';
import { HubForm, useMutationForm } from '@hub/core/web';
import { Button, NotificationBanner, Radios, Select } from '@hub/ui';
import { chosenOf, choicesOf, days, frequencies, frequencyChoices, frequencyOf } from './mail-words';
import { SetMailSettingsDocument, type NotificationSettingsQuery } from './settings.generated';

type Settings = NonNullable<NotificationSettingsQuery['mailSettings']>;

const hints = {
  AT_ONCE: 'One mail for each thing, when it happens',
  DAILY: 'One mail at 8am, when there is something new',
  WEEKLY: 'One mail at 8am on the day you choose, when there is something new',
  NEVER: 'Everything is in your inbox here, and nothing is mailed',
};

export function MailSettingsForm({ settings }: { readonly settings: Settings }) {
  const [mailed, setMailed] = useState(settings.mailed);
  const [forYou, setForYou] = useState(chosenOf(settings.forYou));
  const [day, setDay] = useState(settings.day);
  const [most, setMost] = useState(String(settings.mostADay));
  const [saved, setSaved] = useState(0);
  const form = useMutationForm(SetMailSettingsDocument, { onDone: () => setSaved((times) => times + 1) });
  const save = () => void form.submit({ mailed, forYou: frequencyOf(forYou), day, mostADay: Number(most) });
  return (
    <HubForm form={form} onSubmit={save}>
      {saved > 0 && !form.problem && (
        <NotificationBanner kind="done" key={saved}>
          <p className="nhsuk-notification-banner__heading">Your settings are saved</p>
        </NotificationBanner>
      )}
      <Radios
        name="mailed"
        label="How often do you want mail about what you follow?"
        labelSize="m"
        choices={choicesOf(frequencies).map((choice) => ({ ...choice, hint: hints[choice.value] }))}
        value={mailed}
        onChange={setMailed}
      />
      <Select
        name="forYou"
        label="Mail about what is addressed to you"
        hint="Such as a reply to your question, or a post that mentions you"
        choices={frequencyChoices('The same as for what I follow')}
        value={forYou}
        onChange={setForYou}
      />
      <Select name="day" label="The day of the weekly mail" choices={choicesOf(days)} value={day} onChange={setDay} />
      <Select
        name="mostADay"
        label="The most mails on one day"
        hint="What is left over waits in your inbox, and in the mail of the next morning"
        choices={mostChoices(settings.mostADay)}
        value={most}
        onChange={setMost}
      />
      <Button>Save</Button>
    </HubForm>
  );
}

/** A few numbers, and the one that was set otherwise. */
function mostChoices(current: number) {
  const numbers = [...new Set([1, 3, 5, 10, 20, 50, current])].sort((one, other) => one - other);
  return numbers.map((number) => ({ value: String(number), label: String(number) }));
}
