import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { root } from "../support/site";

const PORT = 3000;

/** Takes the port, unless another program has it already. Either way `npm start` must go on to another one. */
function takePort(): Promise<net.Server> {
  const server = net.createServer();
  return new Promise((resolve) => {
    server.once("listening", () => resolve(server));
    server.once("error", () => resolve(server));
    server.listen(PORT, "localhost");
  });
}

/** The output until the address is printed. Rejects if the program ends before. */
function started(program: ChildProcess): Promise<{ url: string; said: string }> {
  let said = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const url = /质检计分工作台：(http:\S+)/.exec(said)?.[1];
      if (url) resolve({ url, said });
    };
    program.stdout?.on("data", listen);
    program.stderr?.on("data", listen);
    program.on("exit", (status) => reject(new Error(`ended with ${status}: ${said}`)));
  });
}

const refused = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = http.get({ host, port, timeout: 5000 }, () => resolve(false));
    request.on("error", () => resolve(true));
    request.on("timeout", () => request.destroy());
  });

test("npm start builds, serves the workbench and the add-in on a free port, and nobody else gets at it", async () => {
  const taken = await takePort();
  const program = spawn(process.execPath, [path.join(root, "src/build/start.cjs"), "--no-open"], { cwd: root });
  try {
    const { url, said } = await started(program);
    expect(said).toContain(`QA Scorecard workbench: ${url}`);
    expect(new URL(url).hostname).toBe("localhost");
    expect(Number(new URL(url).port)).toBeGreaterThan(PORT);

    const page = await fetch(url);
    expect([page.url, page.status]).toEqual([`${url}/workbench/`, 200]);
    for (const file of [
      "taskpane.html",
      "functions.js",
      "functions-zh-CN.json",
      "assets/icons/icon-32.png",
      "office/office.js",
    ]) {
      expect([file, (await fetch(`${url}/${file}`)).status]).toEqual([file, 200]);
    }
    expect((await fetch(`${url}/package.json`)).status).toBe(404);

    const addresses = Object.values(os.networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address } of addresses.filter(({ internal, family }) => !internal && family === "IPv4")) {
      expect([address, await refused(address, Number(new URL(url).port))]).toEqual([address, true]);
    }
  } finally {
    program.removeAllListeners("exit");
    program.kill();
    taken.close();
  }
});

test.each(["-1", "70000", "three"])("--port %s is refused before anything is built", async (port) => {
  const program = spawn(process.execPath, [path.join(root, "src/build/start.cjs"), `--port=${port}`], { cwd: root });
  await expect(started(program)).rejects.toThrow(
    `ended with 1: --port is "${port}"; it must be a number from 0 to 65535`,
  );
});
