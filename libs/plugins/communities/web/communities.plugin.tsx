/** The web part of communities. */
import { defineWebPlugin } from '@hub/core/web';

export const communitiesWebPlugin = defineWebPlugin({ id: 'communities' });
