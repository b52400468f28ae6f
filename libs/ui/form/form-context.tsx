/** What a form tells its fields: what was refused, so that the same words stand in the summary and beside the field. */
import { createContext, useContext, type ComponentType } from 'react';

/** One refused field. The path is the field's name inside the form: `title`, `sections.why`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export const FormContext = createContext<readonly FieldProblem[]>([]);

/** What the ids of a form's fields begin with, so that two forms on one page can ask for the same thing. */
export const FormScopeContext = createContext('field');

/** The id of a field's control, from its name: what links in the error summary point to. */
export function fieldId(name: string, scope = 'field'): string {
  return `${scope}-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** The id of a field's control in the form around it. */
export function useFieldId(name: string): string {
  return fieldId(name, useContext(FormScopeContext));
}

/** The sentence about this field, or undefined when nothing is wrong with it. */
export function useFieldError(name: string): string | undefined {
  return useContext(FormContext).find((problem) => problem.path === name)?.message;
}

/** A box to type in, as it is told to what stands beneath it. */
export interface NoticedField {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What a form shows beneath each box to type in, beside its error: a question about what stands in it. */
export const FieldNoticeContext = createContext<ComponentType<NoticedField> | null>(null);

/** The form's notice about one box. */
export function FieldNotice(field: NoticedField) {
  const Notice = useContext(FieldNoticeContext);
  return Notice && <Notice {...field} />;
}
