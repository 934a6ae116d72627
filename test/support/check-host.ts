import { spawn } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { root } from "./site";

/** Runs `npm run check:host` as people do. */
export function checkHost(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const program = spawn(process.execPath, [path.join(root, "src/build/hosting/check-host.cjs"), ...args]);
  let [out, err] = ["", ""];
  program.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
  program.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
  return new Promise((resolve) => program.on("close", (status) => resolve({ status, out, err })));
}

/** A host on this machine. */
export async function listen(answer: http.RequestListener): Promise<{ origin: string; close: () => Promise<unknown> }> {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => new Promise((resolve) => server.close(resolve)) };
}
