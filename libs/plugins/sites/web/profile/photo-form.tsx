/** One's photo: added, replaced or taken away. */
import { useRef, useState, type ChangeEvent } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Announcer, Button } from '@hub/ui';
import { Photo } from '../member/photo';
import { RemovePhotoDocument } from './profile.generated';
import { sendPhoto } from './send-photo';

interface PhotoFormProps {
  readonly photo: string | null;
  /** Reads the profile anew. */
  readonly onChange: () => void;
}

export function PhotoForm({ photo, onChange }: PhotoFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const remove = useMutationForm(RemovePhotoDocument, { onDone: () => setSaid('Your photo is taken away') });
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setSaid('Sending the photo');
    const found = await sendPhoto(file);
    setProblem(found);
    setSaid(found ? '' : 'Your photo is shown now');
    if (input.current) input.current.value = '';
    if (!found) onChange();
  };
  return (
    <section aria-labelledby="photo-heading">
      <h2 id="photo-heading">Photo</h2>
      {photo && <Photo src={photo} />}
      <div className={`nhsuk-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
        <label className="nhsuk-label" htmlFor="photo">
          {photo ? 'Choose another photo' : 'Choose a photo'}
        </label>
        <div className="nhsuk-hint" id="photo-hint">
          PNG, JPEG or WebP, 5 MB or less. The hub keeps a small square of it, without when and where it was taken
        </div>
        {problem && (
          <span className="nhsuk-error-message" id="photo-error" role="alert">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {problem}
          </span>
        )}
        <input
          ref={input}
          className="hub-file"
          type="file"
          id="photo"
          name="photo"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={problem ? 'photo-hint photo-error' : 'photo-hint'}
          onChange={(event) => void send(event)}
        />
      </div>
      <MutationProblems problem={remove.problem} />
      {photo && (
        <Button look="secondary" small onClick={() => void remove.submit({})}>
          Remove the photo
        </Button>
      )}
      <Announcer message={said} urgent />
    </section>
  );
}
