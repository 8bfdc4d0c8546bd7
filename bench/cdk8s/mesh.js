'use strict';

// The synthetic mesh as MeshStack.Bench writes it as a definition (bench/MeshStack.Bench/Meshes/SyntheticService.cs);
// the runner compares every object of both sides, so the two cannot drift apart unnoticed.

const pad = (number, digits) => String(number).padStart(digits, '0');

function clusters(count) {
  return Array.from({ length: count }, (_, index) => {
    const name = `cluster${pad(index + 1, 2)}`;
    return { name, domain: `${name}.mesh.example.com`, gatewayAddress: `192.0.2.${index + 1}` };
  });
}

const onePort = [{ name: 'http', number: 8000, target: 8080, exposed: 80, protocol: 'HTTP' }];
const twoPorts = [...onePort, { name: 'grpc', number: 9000, target: 9090, exposed: 9000, protocol: 'GRPC' }];

const operations = [
  [{ methods: ['GET'], paths: ['/api/v1/items', '/api/v1/items/*'] }],
  [{ methods: ['GET'] }, { methods: ['POST'], paths: ['/api/v1/orders'] }],
  [{}],
];
const grpcOperations = [{ methods: ['POST'], paths: ['/items.v1.Items/*'] }, {}, {}];

function service(index, all, hasRoutes) {
  const name = `service-${pad(index, 5)}`;
  const team = pad(Math.floor(index / 10), 4);
  return {
    index,
    name,
    team,
    namespace: `team-${team}`,
    cluster: all[index % all.length],
    ports: hasRoutes ? twoPorts : onePort,
    canary: hasRoutes ? [5, 25, 50][index % 3] : undefined,
    loadBalancer: [{ simple: 'LEAST_REQUEST' }, { consistentHash: { useSourceIp: true } }][index % 4],
    connectionPool: index % 3 === 0
      ? {
          tcp: { maxConnections: 100, connectTimeout: '2s' },
          http: { http1MaxPendingRequests: 50, maxRequestsPerConnection: 100 },
        }
      : undefined,
    outlierDetection: index % 2 === 0
      ? { consecutive5xxErrors: 7, interval: '30s', baseEjectionTime: '1m' }
      : undefined,
  };
}

function caller(target, number, all) {
  return {
    name: `client-${number}-to-${target.name}`,
    namespace: `clients-${target.team}-${number}`,
    serviceAccount: `client-${number}`,
    cluster: all[(target.index + 1 + (number % (all.length - 1))) % all.length],
    operations: target.ports.flatMap(({ name, target: port }) =>
      (name === 'http' ? operations[number % 3] : [grpcOperations[number % 3]]).map((operation) => ({
        ...operation,
        ports: [String(port)],
      })),
    ),
  };
}

module.exports = { clusters, service, caller };
