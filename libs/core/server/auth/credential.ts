/** What a request came with to say whose it is, and whom many of them stand for. */
import type { Viewer } from '@hub/core/contract';
import type { Proof } from './proof';

export interface Credential {
  /** Tells it from every other: a hash. */
  readonly key: string;
  readonly kind: CredentialKind;
  /** How it is stored. */
  readonly hash: Buffer;
  readonly proof: Proof;
}

/** What credentials are looked up alike. */
export interface CredentialKind {
  readonly name: string;
  /** Whom each stands for now, by its hash in base64; those that stand for nobody are left out. */
  viewersOf(hashes: readonly Buffer[]): Promise<ReadonlyMap<string, Viewer>>;
}

/** Whom they stand for now, by their keys: a statement for each kind. Those that stand for nobody are left out. */
export async function viewersOf(credentials: readonly Credential[]): Promise<ReadonlyMap<string, Viewer>> {
  const kinds = [...new Set(credentials.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ofKind = credentials.filter((credential) => credential.kind === kind);
      const viewers = await kind.viewersOf(ofKind.map(({ hash }) => hash));
      return ofKind.flatMap(({ key, hash }): [string, Viewer][] => {
        const viewer = viewers.get(hash.toString('base64'));
        return viewer ? [[key, viewer]] : [];
      });
    }),
  );
  return new Map(found.flat());
}
