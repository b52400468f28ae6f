/** What a discussion bears on: lessons, kinds of support, and words of one's own. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import { Checkboxes, TextField } from '@hub/ui';

/** Numbers, and the free tags as they are typed: with commas between them. */
export interface TagsWriting {
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly tags: string;
}

/** The input that the writing stands for. */
export function tagsInput({ lessons: numbers, enablers: others, tags }: TagsWriting) {
  return { lessons: [...numbers], enablers: [...others], tags: tagsTyped(tags) };
}

/** "falls, night cover" as its tags. */
export function tagsTyped(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

export const lessonChoices = lessons.lessons.map(({ number, title }) => ({ value: String(number), label: title }));
export const enablerChoices = enablers.enablers.map(({ number, name }) => ({ value: String(number), label: name }));

interface TagFieldsProps {
  readonly value: TagsWriting;
  readonly onChange: (fields: Partial<TagsWriting>) => void;
}

export function TagFields({ value, onChange }: TagFieldsProps) {
  return (
    <>
      <TextField
        name="tags"
        label="Tags"
        hint="Words that others would look for, with commas between them. For example, falls, night cover"
        value={value.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <Checkboxes
        name="lessons"
        label="Which lessons does it bear on?"
        choices={lessonChoices}
        values={value.lessons.map(String)}
        onChange={(chosen) => onChange({ lessons: chosen.map(Number) })}
        small
      />
      <Checkboxes
        name="enablers"
        label="Which kinds of support is it about?"
        choices={enablerChoices}
        values={value.enablers.map(String)}
        onChange={(chosen) => onChange({ enablers: chosen.map(Number) })}
        small
      />
    </>
  );
}
