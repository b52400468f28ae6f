/** The illustrative demonstration network: invented sites, people, interventions, adaptations and threads. */
import network from './demo-network.json' with { type: 'json' };

export type DemonstrationNetwork = typeof network;

/** The network as written in demo-network.json. */
export const demonstrationNetwork: DemonstrationNetwork = network;
