/** Exchange: what evaluators take out of the hub, and what one hub takes in from another. */
import { definePlugin } from '@hub/core/server';
import { familyFiles } from '@hub/plugins/exchange/contract';
import sdl from '@hub/plugins/exchange/contract/schema.graphql';
import { importFamilies } from './exchange.policy';
import { viewerCanImportFamilies } from './importer.read';
import { ExportsController } from './exports.controller';
import { FileContents } from './file-contents';
import { Gathering } from './gathered';
import { ImportResolver } from './import.resolver';
import { ImportService } from './import.service';

export const exchangePlugin = definePlugin({
  id: 'exchange',
  needs: ['sites', 'interventions', 'adaptations'],
  schema: sdl,
  permissions: [importFamilies],
  readExtensions: [viewerCanImportFamilies],
  resolvers: [ImportResolver],
  controllers: [ExportsController],
  providers: [Gathering, FileContents, ImportService],
  offers: [familyFiles],
});
