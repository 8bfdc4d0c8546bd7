'use strict';

const crossClusterPort = 15443;

const host = (service) => `${service.name}.${service.namespace}.svc.cluster.local`;
const importedHost = (service) => `${service.name}.${service.namespace}.${service.cluster.domain}`;
const selector = (service) => ({ matchLabels: { app: service.name } });
const versions = ['v1', 'v2'];

/** The calls of testers go to the second version, and a share of all others. */
function routes(service, called, metadata, exportTo) {
  const to = (subset, weight) => ({ destination: { host: called, subset }, weight });
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata,
    spec: {
      hosts: [called],
      exportTo,
      http: [
        {
          name: 'testers',
          match: [{ headers: { 'x-tester': { exact: 'true' } } }],
          route: [to('v2')],
          timeout: '30s',
          retries: { attempts: 2, perTryTimeout: '10s' },
        },
        { name: 'canary', route: [to('v1', 100 - service.canary), to('v2', service.canary)] },
      ],
    },
  };
}

/** The objects that expose a service, for its own cluster. */
function exposure(service) {
  const { name, namespace } = service;
  return [
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name: `${name}-allow-nothing`, namespace },
      spec: { selector: selector(service) },
    },
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name, namespace },
      spec: { selector: selector(service), mtls: { mode: 'STRICT' } },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name, namespace },
      spec: {
        host: host(service),
        trafficPolicy: {
          tls: { mode: 'ISTIO_MUTUAL' },
          loadBalancer: service.loadBalancer,
          connectionPool: service.connectionPool,
          outlierDetection: service.outlierDetection,
        },
        subsets: service.canary ? versions.map((version) => ({ name: version, labels: { version } })) : undefined,
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      metadata: { name: `${name}-east-west`, namespace },
      spec: {
        selector: { istio: 'eastwestgateway' },
        servers: [
          {
            port: { number: crossClusterPort, name: `tls-${name}`, protocol: 'TLS' },
            tls: { mode: 'AUTO_PASSTHROUGH' },
            hosts: [host(service)],
          },
        ],
      },
    },
    ...(service.canary ? [routes(service, host(service), { name: `${name}-routes`, namespace })] : []),
  ];
}

/** The policy that lets one caller in, for the service's cluster. */
function admission(service, caller) {
  const principal = `${caller.cluster.domain}/ns/${caller.namespace}/sa/${caller.serviceAccount}`;
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: caller.name, namespace: service.namespace },
    spec: {
      selector: selector(service),
      action: 'ALLOW',
      rules: [
        {
          from: [{ source: { principals: [principal] } }],
          to: caller.operations.map((operation) => ({ operation })),
        },
      ],
    },
  };
}

/** How a caller in another cluster calls a service, or one version of it. */
function importPolicy(service, version = '') {
  const policies = service.ports.map((port) => ({
    tls: {
      mode: 'ISTIO_MUTUAL',
      sni: `outbound_.${port.number}_.${version}_.${host(service)}`,
      subjectAltNames: [`spiffe://${service.cluster.domain}/ns/${service.namespace}/sa/${service.name}`],
    },
    connectionPool: service.connectionPool,
  }));
  return policies.length === 1
    ? policies[0]
    : { portLevelSettings: policies.map((policy, index) => ({ port: { number: service.ports[index].exposed }, ...policy })) };
}

/** The service as one namespace of another cluster sees it, for the caller's cluster. */
function imports(service, caller) {
  const called = importedHost(service);
  const metadata = { name: called, namespace: caller.namespace };
  return [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata,
      spec: {
        hosts: [called],
        exportTo: ['.'],
        location: 'MESH_INTERNAL',
        resolution: 'DNS',
        ports: service.ports.map(({ exposed, name, protocol }) => ({ number: exposed, name, protocol })),
        endpoints: [
          {
            address: service.cluster.gatewayAddress,
            ports: Object.fromEntries(service.ports.map(({ name }) => [name, crossClusterPort])),
          },
        ],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata,
      spec: {
        host: called,
        exportTo: ['.'],
        trafficPolicy: importPolicy(service),
        subsets: service.canary ? versions.map((name) => ({ name, trafficPolicy: importPolicy(service, name) })) : undefined,
      },
    },
    ...(service.canary ? [routes(service, called, metadata, ['.'])] : []),
  ];
}

module.exports = { exposure, admission, imports };
