'use strict';

// node synth.js --out DIR --services N [--clusters 4] [--callers 3] [--routes]

const { parseArgs } = require('node:util');
const { ApiObject, App, Chart } = require('cdk8s');
const mesh = require('./mesh');
const objects = require('./objects');

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    services: { type: 'string' },
    clusters: { type: 'string', default: '4' },
    callers: { type: 'string', default: '3' },
    routes: { type: 'boolean', default: false },
  },
});
const [services, clusterCount, callers] = [values.services, values.clusters, values.callers].map(Number);
if (!values.out || !(services > 0 && clusterCount > 1 && callers >= 0)) {
  console.error('usage: node synth.js --out DIR --services N [--clusters 4] [--callers 3] [--routes]');
  process.exit(2);
}

const app = new App({ outdir: values.out });
const clusters = mesh.clusters(clusterCount);
const charts = new Map(clusters.map((cluster) => [cluster.name, new Chart(app, cluster.name)]));
let count = 0;

function add(cluster, props) {
  new ApiObject(charts.get(cluster.name), `object-${count++}`, props);
}

for (let index = 0; index < services; index++) {
  const service = mesh.service(index, clusters, values.routes);
  objects.exposure(service).forEach((props) => add(service.cluster, props));
  for (let number = 0; number < callers; number++) {
    const caller = mesh.caller(service, number, clusters);
    add(service.cluster, objects.admission(service, caller));
    objects.imports(service, caller).forEach((props) => add(caller.cluster, props));
  }
}

app.synth();
console.log(`${count} objects`);
