/** Chooses one file of this device. */
import { FormGroup, type FieldProps } from './form-group';

interface FileFieldProps extends FieldProps {
  /** Endings and media types, with commas. */
  readonly accept: string;
  readonly onChoose: (file: File | null) => void;
}

export function FileField({ accept, onChoose, ...field }: FileFieldProps) {
  return (
    <FormGroup {...field}>
      {(ids) => (
        <input
          {...ids}
          className="hub-file"
          type="file"
          name={field.name}
          accept={accept}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </FormGroup>
  );
}
