/** How tests ask for files: over real HTTP, as pages do. */
import type { TestClient } from '@hub/testing';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

export const officeType = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

/** Asks for what is at an address. */
export function have(client: TestClient, address: string, { method = 'GET', headers = {} }: RequestInit = {}) {
  return fetch(client.address + address, {
    method,
    headers: { ...(client.cookie ? { cookie: client.cookie } : {}), ...(headers as Record<string, string>) },
  });
}

/** The files below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
