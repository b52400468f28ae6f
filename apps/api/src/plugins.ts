/** The plugins of this hub, in order: what a plugin needs comes before it. */
import type { ServerPlugin } from '@hub/core/server';

export const plugins: readonly ServerPlugin[] = [];
