/** Chooses files of this device: one, or several at a time. */
import { FormGroup, type FieldProps } from './form-group';

interface FileFieldProps extends FieldProps {
  /** Endings and media types, with commas. */
  readonly accept: string;
  readonly isMany?: boolean;
  readonly onChoose: (file: File | null, all: readonly File[]) => void;
}

export function FileField({ accept, isMany = false, onChoose, ...field }: FileFieldProps) {
  return (
    <FormGroup {...field}>
      {(ids) => (
        <input
          {...ids}
          className="hub-file"
          type="file"
          name={field.name}
          accept={accept}
          multiple={isMany}
          onChange={({ target: { files } }) => onChoose(files?.[0] ?? null, [...(files ?? [])])}
        />
      )}
    </FormGroup>
  );
}
