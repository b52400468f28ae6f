/** Interventions of the contract's world. */
import type { TestClient } from '@hub/testing';

export interface InterventionsWorld {
  readonly draft: string;
  readonly published: string;
  readonly version: string;
}

/** A draft of Northvale's. */
export async function draftBy(client: TestClient): Promise<string> {
  const { createIntervention } = await client.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: 'A draft of ours', summary: 'Ours', modelTypes: ['MCP'] } },
  );
  return createIntervention.intervention.id;
}

export async function publishedSeenBy(client: TestClient): Promise<{ published: string; version: string }> {
  const { interventions } = await client.ok(
    '{ interventions(first: 1, filter: { text: "breathlessness" }) { edges { node { id currentVersion { id } } } } }',
  );
  const { id, currentVersion } = interventions.edges[0].node;
  return { published: id, version: currentVersion.id };
}

/** A component as people may write one. */
export const component = { key: 'huddle', name: 'The huddle', core: true };

const described = {
  sections: [{ key: 'why', body: 'Because' }],
  components: [component],
  description: {
    needs: [{ kind: 'PEOPLE', text: 'A nurse', figures: [{ label: 'Hours', value: 7 }] }],
    risks: [{ risk: 'Nobody comes' }],
  },
  contacts: ['member:network/anjali-thornapple'],
};

export const interventionsInputs = ({ draft }: InterventionsWorld) => ({
  createIntervention: { site: 'northvale', title: 'Ours', summary: 'It', modelTypes: ['MCP'], ...described },
  updateIntervention: { id: draft, expectedRevision: 900, title: 'Other', ...described },
  publishIntervention: { id: draft, expectedRevision: 900 },
  withdrawIntervention: { id: draft, expectedRevision: 900, reason: 'Harm' },
  reinstateIntervention: { id: draft, expectedRevision: 900, reason: 'Safe' },
  setInterventionVisibility: { id: 'intervention:northvale/cough-care-pathway', visibility: 'PUBLIC' },
});
