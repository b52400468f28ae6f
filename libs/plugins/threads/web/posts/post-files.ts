/** The files that come with a post, as the forms that write one have them. */
import type { FileInHand, Problem } from '@hub/core/web';

/** What a mutation says of them; nothing where there are none, so that a hub without files is not asked about any. */
export function attachmentsInput(files: readonly FileInHand[]) {
  if (files.length === 0) return {};
  return { attachments: files.map(({ id, alternative }) => ({ attachment: id, alternative })) };
}

/** What keeps them from being posted: one is on its way, or a picture does not say what it shows. */
export function fileProblems(files: readonly FileInHand[], isBusy: boolean): Problem['fields'] {
  return [
    ...(isBusy ? [{ path: 'attachments', message: 'Wait until the files are sent, or stop them' }] : []),
    ...files.flatMap(({ isImage, alternative }, index) =>
      isImage && alternative.trim() === ''
        ? [{ path: `attachments.${index}.alternative`, message: 'Say what the picture shows' }]
        : [],
    ),
  ];
}

/** Those of a post, as far as the hub has files. */
export function filesOf(post: object): readonly FileInHand[] {
  const { attachments = [] } = post as { readonly attachments?: readonly FileInHand[] };
  return attachments.map(({ id, name, isImage, alternative }) => ({ id, name, isImage, alternative }));
}
