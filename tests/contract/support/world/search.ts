/** Saved searches of the contract's world. */
import type { TestClient } from '@hub/testing';

export interface SearchWorld {
  readonly savedSearch: string;
}

export async function saveSearch(client: TestClient): Promise<string> {
  const { saveSearch: saved } = await client.ok(
    'mutation { saveSearch(input: { name: "Falls at night", text: "falls" }) { savedSearch { id } } }',
  );
  return saved.savedSearch.id;
}

export const searchInputs = ({ savedSearch }: SearchWorld) => ({
  saveSearch: { name: 'Falls', text: 'falls', tags: ['night'], lessons: [1] },
  lookAtSavedSearch: { savedSearch },
  removeSavedSearch: { savedSearch },
});
