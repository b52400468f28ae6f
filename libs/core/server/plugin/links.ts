/** Links to the pages of entities, for what leaves the hub: mail, link previews, the list of pages for search engines. */
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { entityAt, pageOf, type EntityPage, type EntityRef, type NamedEntity } from '@hub/core/contract';
import { portOf } from '../auth/origins';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { PluginList } from './plugin-list';

@Injectable()
export class Links {
  private readonly pages: readonly EntityPage[];

  constructor(
    @Inject(PluginList) plugins: PluginList,
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {
    this.pages = plugins.all.flatMap(({ kinds = [] }) =>
      kinds.flatMap(({ kind, page }) => (page ? [{ kind, path: page }] : [])),
    );
  }

  /** The address of an entity's page inside the hub, such as `/sites/northvale`; the home page where its kind has none. */
  pageOf(ref: EntityRef): string {
    return pageOf(this.pages, ref) ?? '/';
  }

  /** The same as people outside write it: absolute, by HUB_PUBLIC_URL where it is set. `more` follows it, such as `/edit`. */
  addressOf(ref: EntityRef, more = ''): string {
    return this.absolute(`${this.pageOf(ref)}${more}`);
  }

  /** Any address inside the hub, such as `/account`, made absolute. */
  absolute(path: string): string {
    return `${this.origin()}${path}`;
  }

  /** The entity whose page is at a path, or null. It need not exist. */
  entityAt(path: string): NamedEntity | null {
    return entityAt(this.pages, path);
  }

  private origin(): string {
    const { publicUrl, port } = this.settings;
    return publicUrl?.origin ?? `http://127.0.0.1:${portOf(this.host.httpAdapter.getHttpServer()) ?? port}`;
  }
}
