/** Every permission of every plugin, by id. */
import type { Permission } from './permission';

export class Permissions {
  readonly byId: ReadonlyMap<string, Permission>;

  constructor(permissions: readonly Permission[]) {
    this.byId = new Map(permissions.map((permission) => [permission.id, permission]));
  }

  /** The permission with this id. Throws for an unknown one. */
  of(id: string): Permission {
    const permission = this.byId.get(id);
    if (!permission) throw new Error(`No permission is called "${id}".`);
    return permission;
  }
}
