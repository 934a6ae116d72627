import { writeSync } from "node:fs";

/** Loaded before a measured program. At its end, it reports time and memory on the pipe that `file.ts` opens. */
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});
