/** The page's entry: starts the hub with its plugins. */
import { startHub } from '@hub/core/web';
import './hub.scss';
import { webPlugins } from './plugins';

const element = document.getElementById('hub');
if (!element) throw new Error('index.html has no element with the id "hub"');
startHub(webPlugins, element);
