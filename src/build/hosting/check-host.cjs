// `npm run check:host -- URL [--lang en|zh-CN]` asks a host as Excel would. Exit status: 0 sound, 1 problems, 2 no address.
const { hostProblems } = require("./host-problems.cjs");

async function main([...args]) {
  const at = args.indexOf("--lang");
  const locale = at >= 0 && /^zh\b/i.test(args.splice(at, 2)[1] ?? "") ? "zh-CN" : "en";
  const problems = await hostProblems(args[0]);
  for (const problem of problems) console.log(problem[locale]);
  if (problems.length > 0) return 1;
  console.log(locale === "en" ? "Excel can load the add-in from there." : "Excel 可以从该地址加载插件。");
  return 0;
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (failure) => {
    console.error(failure.message);
    process.exitCode = 2;
  },
);
