/** The model of the outbox at full length, on two cores: `node tests/model/run-model.ts [runs] [seed]`. */

import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type ModelCounts, playModel, tellCounts } from './outbox-model.ts';

interface Share {
  runs: number;
  seed: number;
}

if (isMainThread) await playAll();
else {
  const { runs, seed } = workerData as Share;
  parentPort?.postMessage(await playModel(runs, seed));
}

async function playAll(): Promise<void> {
  const runs = Number(process.argv[2] ?? process.env.OUTBOX_RUNS ?? 50_000);
  const seed = Number(process.argv[3] ?? process.env.OUTBOX_SEED ?? 20_261);
  const startedAt = performance.now();
  const shares: Share[] = [
    { runs: Math.ceil(runs / 2), seed },
    { runs: Math.floor(runs / 2), seed: seed + 1 },
  ];
  const counts = (await Promise.all(shares.map(playShare))).reduce(add);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`outbox model: ${runs} stories (seeds ${seed}, ${seed + 1}) in ${seconds} s: 0 laws broken.`);
  console.log(`  ${tellCounts(counts)}`);
}

function playShare(share: Share): Promise<ModelCounts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function add(one: ModelCounts, other: ModelCounts): ModelCounts {
  const sum = { ...one };
  for (const name of Object.keys(sum) as (keyof ModelCounts)[]) sum[name] += other[name];
  return sum;
}
