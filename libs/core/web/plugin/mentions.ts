/** Naming things of any kind: in what a discussion is about, in a notification. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useLinkTo } from './links';
import { useRegistry } from './registry-context';
import { spreadInto } from './spread-fragments';

export interface MentionedNode {
  readonly __typename: string;
  readonly id: string;
}

/**
 * Widens a query so that `useMention` can name what these fields give. In the document, ask for `{ __typename id }` of each.
 */
export function useMentionsIn<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  ...fieldNames: string[]
): TypedDocumentNode<Result, Variables> {
  const { mentions } = useRegistry();
  return spreadInto(document, fieldNames, mentions);
}

/** Turns a node of such a field into words and an address; null for no node, or for a kind that nobody names. */
export function useMention(): (
  node: MentionedNode | null | undefined,
) => { readonly words: string; readonly to: string } | null {
  const { mentions } = useRegistry();
  const linkTo = useLinkTo();
  return (node) => {
    const mention = node && mentions.find((each) => each.typename === node.__typename);
    return mention ? { words: mention.words(node as never), to: linkTo(node.id) } : null;
  };
}

/** The page that a notification of this event leads to, where that is not its subject's; null where it is. */
export function useNoticePage(): (event: string, opens: MentionedNode | null | undefined) => string | null {
  const { notices } = useRegistry();
  return (event, opens) => (opens && notices.find((each) => each.event === event)?.to?.(opens.id)) ?? null;
}

/** What a notification of this event says of its subject, beneath its sentence; null for nothing. */
export function useNotice(): (event: string, subject: MentionedNode | null | undefined) => string | null {
  const { notices } = useRegistry();
  return (event, subject) => {
    const notice = subject && notices.find((each) => each.event === event && each.typename === subject.__typename);
    return notice ? notice.words(subject as never) : null;
  };
}

/** The answers to what a notification of this event asks; none where it asks nothing, or what it opened is settled. */
export function useNoticeAnswers(): (
  event: string,
  opens: MentionedNode | null | undefined,
) => readonly { readonly label: string; readonly to: string }[] {
  const { notices } = useRegistry();
  return (event, opens) => (opens && notices.find((each) => each.event === event)?.answers?.(opens.id)) ?? [];
}
