/** The illustrative demonstration network: invented sites, people, interventions, adaptations and threads. */
import described from './descriptions.json' with { type: 'json' };
import network from './demo-network.json' with { type: 'json' };

/** What descriptions.json says of an intervention. */
export interface InterventionDescription {
  readonly components: readonly {
    readonly key: string;
    readonly name: string;
    readonly description: string | null;
    readonly core: boolean;
    readonly reason: string;
  }[];
}

type WrittenNetwork = typeof network;
export type DemonstrationNetwork = Omit<WrittenNetwork, 'interventions'> & {
  readonly interventions: readonly (WrittenNetwork['interventions'][number] & InterventionDescription)[];
};

const descriptions = new Map<string, InterventionDescription>(Object.entries(described.interventions));
const nothing: InterventionDescription = { components: [] };

/** The network as written in demo-network.json, each intervention with what descriptions.json adds to it. */
export const demonstrationNetwork: DemonstrationNetwork = {
  ...network,
  interventions: network.interventions.map((intervention) => ({
    ...intervention,
    ...(descriptions.get(intervention.slug) ?? nothing),
  })),
};
