/** The files of docker/, read as what they are. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, 'docker', file), 'utf8');

// Files of others' shapes, of which tests look at any part.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Yaml = Record<string, any>;

export const dockerfile = () => read('Dockerfile');
export const composeFile = (name: string) => parse(read(name), { merge: true }) as Yaml;

/** Every object of the Kubernetes manifests. */
export function manifests(): Yaml[] {
  const files = readdirSync(path.join(root, 'docker/kubernetes')).filter((file) => file.endsWith('.yaml'));
  return files.flatMap((file) =>
    parseAllDocuments(read(`kubernetes/${file}`)).map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as Yaml;
    }),
  );
}
