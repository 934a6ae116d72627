import { run } from "./run";

// A reader that has enough, such as `head`, closes the pipe. This is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then(
  (status) => {
    // process.exit would cut off output that is still on its way into a pipe.
    process.exitCode = status;
  },
  (error: unknown) => {
    // This is a fault of the program, not of the file, so the trace helps its developers. Status 1 would mean findings.
    console.error(error);
    process.exitCode = 2;
  },
);
