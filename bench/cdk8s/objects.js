'use strict';

const crossClusterPort = 15443;
const exposedPort = 80;
const port = 8000;
const targetPort = 8080;

const host = (service) => `${service.name}.${service.namespace}.svc.cluster.local`;
const importedHost = (service) => `${service.name}.${service.namespace}.${service.cluster.domain}`;
const selector = (service) => ({ matchLabels: { app: service.name } });

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
          to: caller.operations.map((operation) => ({ operation: { ...operation, ports: [String(targetPort)] } })),
        },
      ],
    },
  };
}

/** The service as one namespace of another cluster sees it, for the caller's cluster. */
function imports(service, caller) {
  const metadata = { name: importedHost(service), namespace: caller.namespace };
  return [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata,
      spec: {
        hosts: [importedHost(service)],
        exportTo: ['.'],
        location: 'MESH_INTERNAL',
        resolution: 'DNS',
        ports: [{ number: exposedPort, name: 'http', protocol: 'HTTP' }],
        endpoints: [{ address: service.cluster.gatewayAddress, ports: { http: crossClusterPort } }],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata,
      spec: {
        host: importedHost(service),
        exportTo: ['.'],
        trafficPolicy: {
          tls: {
            mode: 'ISTIO_MUTUAL',
            sni: `outbound_.${port}_._.${host(service)}`,
            subjectAltNames: [`spiffe://${service.cluster.domain}/ns/${service.namespace}/sa/${service.name}`],
          },
          connectionPool: service.connectionPool,
        },
      },
    },
  ];
}

module.exports = { exposure, admission, imports };
