/** The files of a family: whoever keeps files gives their bytes when it is exported, and takes them in when it is imported. */
import { extensionPoint, type Acting, type EntityRef, type Viewer } from '@hub/core/contract';

/** A file that versions of an intervention were published with. */
export interface BroughtFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface ArchivedFile extends BroughtFile {
  /** `attachment:<uuid>` */
  readonly id: string;
  readonly intervention: EntityRef;
  /** Ids of the versions that keep it. */
  readonly versions: readonly string[];
  /** Whether the last version is among them: the next one begins with it. */
  readonly isCurrent: boolean;
  readonly alternative: string;
  readonly addedAt: Date;
  readonly addedBy: EntityRef;
}

export interface FamilyFiles {
  /** The bytes of those that the viewer may have, by id. */
  contents(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Why it cannot be taken in, as a sentence; null where it can. */
  problemOf(file: BroughtFile): Promise<string | null>;
  /** Keeps its bytes and puts it to its versions, in the transaction. CONFLICT when its id is something else's here. */
  restore(at: Pick<Acting, 'at' | 'tx'>, file: ArchivedFile): Promise<void>;
}

/** One plugin keeps files, or none does. */
export const familyFiles = extensionPoint<FamilyFiles>('exchange', 'family-files');
