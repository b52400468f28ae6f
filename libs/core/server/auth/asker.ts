/**
 * Who asks, over one HTTP request. What reads may presume that they are who they were lately, since the statement proves it; everything
 * else has them looked up.
 */
import { anonymous, type Viewer } from '@hub/core/contract';
import { viewersOf, type Credential } from './credential';
import type { LatelySeen } from './lately-seen';
import type { Presumed } from './proof';

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
