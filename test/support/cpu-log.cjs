// Under `npm run test:times`: logs, after each test file, the processor time of its process so far, ended children (LibreOffice, browsers,
// commands) included. The difference to the former file is the cost of the file.
const fs = require("node:fs");

const log = process.env.QA_TEST_CPU;

function cpuSeconds() {
  try {
    // Behind the name in brackets: utime, stime, cutime and cstime are fields 14 to 17 of the line, in hundredths of a second.
    const fields = fs.readFileSync("/proc/self/stat", "utf8").replace(/^.*\)/s, "0 0").split(" ");
    return fields.slice(13, 17).reduce((sum, field) => sum + Number(field), 0) / 100;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}

if (log) {
  afterAll(() => {
    const { testPath } = expect.getState();
    fs.appendFileSync(log, `${JSON.stringify({ process: process.pid, file: testPath, cpu: cpuSeconds() })}\n`);
  });
}
