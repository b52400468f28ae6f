/** Pages that anyone may open, read through the access scope as nobody: for link previews and for the list of pages. */
import { Inject, Injectable } from '@nestjs/common';
import { anonymous, type EntityRef } from '@hub/core/contract';
import { visibleSql } from '../access/scope';
import { Database } from '../database/database';
import { indexableSql } from '../directory/indexing';
import { Links } from '../plugin/links';
import type { PageHead } from './page-head';
import type { ListedPage } from './robots';

/** The most that one list of pages may hold. */
const mostListed = 50_000;

@Injectable()
export class PublicPages {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Links) private readonly links: Links,
  ) {}

  /** The head of the page at a path; null when nobody's is there, or one that not everybody may see: the two take the same work. */
  async headOf(path: string): Promise<PageHead | null> {
    const named = this.links.entityAt(path);
    if (!named) return null;
    const rows = await this.database.read<{ ref: EntityRef; title: string; summary: string; indexable: boolean }>({
      name: 'public-page-head',
      text:
        `SELECT e.ref, e.title, e.summary, ${indexableSql('e')} AS indexable FROM core.entity e ` +
        `WHERE e.kind = $1 AND split_part(e.ref, '/', 2) = $2 AND ($3::text IS NULL OR e.ref = $1 || ':' || $3 || '/' || $2) ` +
        `AND ${visibleSql('e', '$4::text[]')} LIMIT 2`,
      values: [named.kind, named.name, named.namespace, anonymous.keys],
    });
    const [found, another] = rows;
    if (!found || another) return null;
    const { ref, title, summary: description, indexable } = found;
    return { title, description, indexable, address: this.links.addressOf(ref) };
  }

  /** The public pages that search engines may list: only those of owners who let them. */
  async listed(): Promise<ListedPage[]> {
    const rows = await this.database.read<{ ref: EntityRef; changed: Date }>({
      text:
        `SELECT e.ref, e.updated_at AS changed FROM core.entity e ` +
        `WHERE ${indexableSql('e')} AND ${visibleSql('e', '$1::text[]')} ORDER BY e.ref LIMIT ${mostListed}`,
      values: [anonymous.keys],
    });
    return rows
      .filter(({ ref }) => this.links.pageOf(ref) !== '/')
      .map(({ ref, changed }) => ({ address: this.links.addressOf(ref), changed }));
  }

  /** Where the list is. */
  get listAddress(): string {
    return this.links.absolute('/sitemap.xml');
  }
}
