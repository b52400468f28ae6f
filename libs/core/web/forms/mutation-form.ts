/** Sending a form: one typed mutation, safe to press twice, with its problems read for the page. */
import { useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { asksForSecondStep, problemOf, type Problem } from '../apollo/errors';
import { inputTypeOf, takesMutationId, textsTooLong } from './input-type';
import { usePatientGuard } from './patient-guard';

type InputVariables = { readonly input: object };

export interface MutationForm<Input extends object> {
  /**
   * Sends the input. Resolves to whether it was accepted, once the person has confirmed that it is them where that is asked.
   * Pressing again while it is on its way does nothing.
   */
  readonly submit: (input: Omit<Input, 'clientMutationId'>) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** The problem when it is a stale edit, for `ConflictCompare`. */
  readonly conflict: Problem | null;
  /** Forgets the problem, or states one that the page found itself. */
  readonly setProblem: (problem: Problem | null) => void;
}

interface Options<Data> {
  /** Runs once the hub has accepted it: clear the draft, go on. */
  readonly onDone?: (data: Data) => void;
  /** The draft's id, where what is sent was kept as a draft: the same words of it are one request, also after the page was left. */
  readonly draftId?: string;
}

/**
 * Prepares a mutation that takes one `input`. Inputs that take a `clientMutationId` get one that stays the same while the same
 * content is tried again, so that a retry cannot do a thing twice. What looks like a detail of a patient is not sent until the person
 * cut it out or said why it is none. Where the hub wants the person to confirm first that it is them, the
 * problem can be sent again as it is.
 */
export function useMutationForm<Data, Variables extends InputVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { onDone, draftId }: Options<Data> = {},
): MutationForm<Variables['input']> {
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useRef<Attempt>({ content: '', id: '', isOnItsWay: false });
  const inputType = inputTypeOf(document);
  const guard = usePatientGuard(inputType);

  const submit = async (input: object): Promise<boolean> => {
    if (attempt.current.isOnItsWay) return false;
    const tooLong = textsTooLong(inputType, input);
    if (tooLong) return refuse(tooLong);
    attempt.current.isOnItsWay = true;
    setBusy(true);
    try {
      const read = await guard.read(input);
      if (read.problem) return refuse(read.problem);
      attempt.current = nextAttempt(attempt.current, JSON.stringify(read.input), draftId);
      const sent = takesMutationId(inputType) ? { ...read.input, clientMutationId: attempt.current.id } : read.input;
      const { data } = await client.mutate<Data, InputVariables>({
        mutation: document as TypedDocumentNode<Data, InputVariables>,
        variables: { input: sent },
      });
      attempt.current = { content: '', id: '', isOnItsWay: false };
      guard.forget();
      setProblem(null);
      if (data) onDone?.(data);
      return true;
    } catch (error) {
      const found = guard.remembering(problemOf(error));
      return asksForSecondStep(found) ? afterConfirming(found, () => submit(input)) : refuse(found);
    } finally {
      attempt.current.isOnItsWay = false;
      setBusy(false);
    }
  };
  const refuse = (found: Problem) => {
    setProblem(found);
    return false;
  };

  /** Whoever waits for the answer gets that of the request sent again. */
  const afterConfirming = (found: Problem, send: () => Promise<boolean>) =>
    new Promise<boolean>((resolve) => {
      const again = async () => {
        const isAccepted = await send();
        resolve(isAccepted);
        return isAccepted;
      };
      setProblem({ ...found, again });
    });

  const shown = guard.withDetails(problem);
  return { submit, isBusy, problem: shown, conflict: problem?.code === 'CONFLICT' ? problem : null, setProblem };
}

interface Attempt {
  readonly content: string;
  readonly id: string;
  isOnItsWay: boolean;
}

function nextAttempt(last: Attempt, content: string, draftId?: string): Attempt {
  if (last.content === content) return { ...last, isOnItsWay: true };
  const id = draftId ? `${draftId} ${digestOf(content)}` : crypto.randomUUID();
  return { content, id, isOnItsWay: true };
}

/** Tells the texts of one draft apart. */
function digestOf(text: string): string {
  let [one, other] = [0x9e3779b9, 0x41c6ce57];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    [one, other] = [Math.imul(one ^ code, 2654435761), Math.imul(other ^ code, 1597334677)];
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
