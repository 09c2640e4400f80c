import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { listen } from "../src/demo/sinks/http-server.ts";
import { tellParent } from "./support/child.ts";
import { HOSTILE_DOCUMENTS } from "./support/hostile-documents.ts";

/** Hostile feeds in a process of their own: `node hostile-farm.ts ROUNDS`. Each request gets the next round. */

const [rounds = 1] = process.argv.slice(2).map(Number);
/** Packed, since no more than 10 MB are taken as sent. */
const bodies = HOSTILE_DOCUMENTS.map(({ write }) =>
  Array.from({ length: rounds }, (_, round) => gzipSync(write(round + 1), { level: 1 })),
);
const asked = bodies.map(() => 0);

const server = createServer((request, response) => {
  const feed = Number(request.url?.replace(/\D/g, ""));
  const round = asked[feed] ?? 0;
  asked[feed] = round + 1;
  const type = HOSTILE_DOCUMENTS[feed]?.type ?? "application/xml";
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(bodies[feed]?.[round % rounds]);
});
const { url } = await listen(server, 0, "0.0.0.0");
tellParent({ port: Number(new URL(url).port) });
