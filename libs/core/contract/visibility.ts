/** Who a directory entity is meant for. What else a viewer must see first is said by `within`. */
export const visibilities = ['draft', 'site', 'community', 'network', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
