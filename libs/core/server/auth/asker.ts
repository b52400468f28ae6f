/**
 * Who asks, over one HTTP request. What reads may presume that they are who they were lately, since the statement proves it; everything
 * else has them looked up.
 */
import { anonymous, type Viewer } from '@hub/core/contract';
import type { LatelySeen } from './lately-seen';
import type { Presumed, Proof } from './proof';

/** What a request came with to say whose it is. */
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

export class Asker {
  private known: Promise<Viewer> | null;

  constructor(
    private readonly credential: Credential | null,
    private readonly lately: LatelySeen,
  ) {
    this.known = credential ? null : Promise.resolve(anonymous);
  }

  /** As they are now: looked up once for the request. */
  viewer(): Promise<Viewer> {
    if (!this.known) {
      this.known = this.lookUp();
      this.known.catch(() => undefined);
    }
    return this.known;
  }

  /** As they were lately, to be proved; as they are now where they were not seen lately, or were looked up already. */
  async presumed(): Promise<Presumed> {
    const { credential } = this;
    const viewer = this.known || !credential ? undefined : this.lately.get(credential);
    if (!viewer || !credential) return { viewer: await this.viewer(), proof: null };
    return { viewer, proof: credential.proof };
  }

  /** From here on it is this viewer: the request itself changed what they may see. */
  becomes(viewer: Viewer): void {
    this.known = Promise.resolve(viewer);
    if (this.credential) this.lately.forget(this.credential);
  }

  private async lookUp(): Promise<Viewer> {
    if (!this.credential) return anonymous;
    const viewer = (await viewersOf([this.credential])).get(this.credential.key);
    this.lately.note(this.credential, viewer);
    return viewer ?? anonymous;
  }
}
