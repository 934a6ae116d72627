import { run } from "./run";

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then(
  (status) => {
    // Not process.exit: it would cut off what is still on its way into a pipe.
    process.exitCode = status;
  },
  (error: unknown) => {
    // A fault of the program, not of the file: the trace is for whoever mends it. Status 1 would mean findings.
    console.error(error);
    process.exitCode = 2;
  },
);
