/** What is wrong with Kubernetes manifests, in sentences: what a cluster would refuse, and what it would take and nobody should want. */
import type { Yaml } from './files';

const versions: Readonly<Record<string, string>> = {
  ...{ Namespace: 'v1', ConfigMap: 'v1', Service: 'v1', Kustomization: 'kustomize.config.k8s.io/v1beta1' },
  ...{ Deployment: 'apps/v1', Job: 'batch/v1', PodDisruptionBudget: 'policy/v1' },
  ...{
    HorizontalPodAutoscaler: 'autoscaling/v2',
    NetworkPolicy: 'networking.k8s.io/v1',
    Ingress: 'networking.k8s.io/v1',
  },
};

/** All that is wrong; empty where nothing is. */
export function faultsOf(objects: readonly Yaml[]): string[] {
  const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'Job');
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  return [
    ...objects.flatMap(faultsOfKind),
    ...workloads.flatMap(faultsOfPod),
    ...deployments.flatMap(faultsOfDeployment),
    ...objects.flatMap((object) => faultsOfReference(object, deployments)),
    ...(objects.some(isDenial) ? [] : ['No policy denies what is not allowed']),
  ];
}

function faultsOfKind({ kind, apiVersion, metadata }: Yaml): string[] {
  const name = `${kind} ${metadata?.name ?? ''}`;
  if (versions[kind] === undefined) return [`${name} is of a kind that is not meant to be here`];
  return versions[kind] === apiVersion ? [] : [`${name} has the version ${apiVersion}`];
}

function faultsOfPod({ kind, metadata, spec }: Yaml): string[] {
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const rules: Record<string, boolean> = {
    'runs as a user of its own': pod.securityContext?.runAsNonRoot === true && pod.securityContext?.runAsUser > 0,
    'gets no more rights': container.securityContext?.allowPrivilegeEscalation === false,
    'writes nowhere but where it should': container.securityContext?.readOnlyRootFilesystem === true,
    'gives up every capability': container.securityContext?.capabilities?.drop?.includes('ALL') === true,
    'has the usual seccomp profile': pod.securityContext?.seccompProfile?.type === 'RuntimeDefault',
    'has no token of the cluster': pod.automountServiceAccountToken === false,
    'asks for processor and memory': Boolean(
      container.resources?.requests?.cpu && container.resources?.requests?.memory,
    ),
    'has a limit of memory': Boolean(container.resources?.limits?.memory),
    'mounts what it has': (container.volumeMounts ?? []).every(({ name }: Yaml) =>
      (pod.volumes ?? []).some((volume: Yaml) => volume.name === name),
    ),
  };
  return failed(rules, `${kind} ${metadata.name}`);
}

function faultsOfDeployment({ metadata, spec }: Yaml): string[] {
  const [container] = spec.template.spec.containers;
  const ports = (container.ports ?? []).map(({ name }: Yaml) => name);
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => container[probe]?.httpGet);
  const rules: Record<string, boolean> = {
    'selects its own pods': covers(spec.template.metadata.labels, spec.selector.matchLabels),
    'is asked whether it lives, is ready and has started': probes.every(Boolean),
    'is asked at ports that it has': probes.every((probe) => ports.includes(probe?.port)),
    'is asked at addresses that there are': probes.every((probe) =>
      /^\/(health\/(live|ready)|nginx)$/.test(probe?.path),
    ),
    'goes on while a new one starts': spec.strategy?.rollingUpdate?.maxUnavailable === 0,
  };
  return failed(rules, `Deployment ${metadata.name}`);
}

function faultsOfReference({ kind, metadata, spec }: Yaml, deployments: readonly Yaml[]): string[] {
  const labels = deployments.map((deployment) => deployment.spec.template.metadata.labels);
  const isFound = (wanted: Yaml | undefined) => !wanted || labels.some((given) => covers(given, wanted));
  const name = `${kind} ${metadata?.name ?? ''}`;
  if (kind === 'PodDisruptionBudget')
    return failed({ 'is for pods that there are': isFound(spec.selector.matchLabels) }, name);
  if (kind === 'Service') return failed({ 'is for pods that there are': isFound(spec.selector) }, name);
  if (kind === 'NetworkPolicy')
    return failed({ 'is for pods that there are': isFound(spec.podSelector.matchLabels) }, name);
  if (kind !== 'HorizontalPodAutoscaler') return [];
  const target = deployments.find((deployment) => deployment.metadata.name === spec.scaleTargetRef.name);
  return failed(
    { 'is for a deployment whose number nobody else says': target !== undefined && target.spec.replicas === undefined },
    name,
  );
}

const isDenial = ({ kind, spec }: Yaml) =>
  kind === 'NetworkPolicy' && Object.keys(spec.podSelector).length === 0 && spec.ingress === undefined;

function covers(given: Yaml, wanted: Yaml): boolean {
  return Object.entries(wanted).every(([name, value]) => given[name] === value);
}

function failed(rules: Readonly<Record<string, boolean>>, name: string): string[] {
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`It is not so that ${name} ${rule}`]));
}
