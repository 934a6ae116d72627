// Under `npm run test:times`: after each test file, the processor time that its process has used so far, with what its
// ended children have used (LibreOffice, browsers, commands). The difference to the file before it is what it cost.
const fs = require("node:fs");

const log = process.env.QA_TEST_CPU;

function cpuSeconds() {
  try {
    // After the name in brackets: utime, stime, cutime and cstime are fields 14 to 17 of the line, in hundredths.
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
