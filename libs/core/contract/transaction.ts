/** The open transaction as contracts speak of it: enough to read and write SQL, with no word of TypeORM. */
export interface Transaction {
  query<Rows = unknown>(sql: string, parameters?: unknown[]): Promise<Rows>;
}
