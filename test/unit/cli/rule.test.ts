import { command } from "../../support/command";

const LINEAR = "季考 10 分：60 分以下不得分，90 分以上满分，之间线性";

test("the document holds the rule, its words, the scores and no findings", async () => {
  const { status, out, err } = await command(["rule", LINEAR, "--value", "75", "90", "N/A", "", "x", "--json"]);
  expect(err).toBe("");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    rule: { method: "linear", points: 10, zeroAt: 60, fullAt: 90 },
    text: "Out of 10 points: 90 or more earns all points, 60 or less earns nothing, linear in between.",
    scores: [
      { value: 75, points: 5, status: "scored" },
      { value: 90, points: 10, status: "scored" },
      { value: "N/A", points: null, status: "not-applicable", why: "Not applicable." },
      { value: null, points: null, status: "pending", why: "The value is not there yet." },
      { value: "x", points: null, status: "failed", why: "The value cannot be read by this rule." },
    ],
    findings: [],
  });
});

test("a rule that leaves something open is status 1; its findings say what, why, how and where", async () => {
  const rule = "高于均值 20% 得满分";
  const { status, out } = await command(["rule", rule, "--points=15", "--value=98%", "--lang", "zh-CN", "--json"]);
  expect(status).toBe(1);
  const document = JSON.parse(out) as { rule: unknown; scores: unknown[]; findings: Record<string, unknown>[] };
  expect(document.rule).toEqual({ method: "peer", points: 15, fullAt: 0.2 });
  expect(document.scores).toEqual([
    { value: 0.98, points: null, status: "failed", why: "规则没有写明该值得多少分，见所列问题。" },
  ]);
  expect(document.findings).toEqual([
    {
      code: "zero-at-not-stated",
      severity: "error",
      message: "规则写明了满分的条件，却没有写明从哪里起不得分。",
      why: "缺少另一端，就无法确定中间的值得多少分；我们不会猜测。",
      fix: "写明得零分的值。",
      sheet: null,
      address: null,
      data: {},
      positions: [{ from: 0, to: rule.length }],
    },
  ]);
});

test("for people: the rule as understood, points, and the words that a finding hangs on", async () => {
  const { status, out } = await command([
    "rule",
    "95% 以上满分，95% 以下不得分",
    "--points",
    "10",
    "--value",
    "96%",
    "95%",
  ]);
  expect(status).toBe(1);
  expect(out.split("\n")).toEqual([
    "bands: Out of 10 points: below 95% earns nothing, above 95% earns all points.",
    "  96%  10 points",
    "  95%  The rule leaves open what this value earns; see the findings.",
    "",
    "error  Two parts of the rule both claim exactly 95%, with different points.",
    "    “95% 以上满分”, “95% 以下不得分”",
    "    Whoever lands there can ask for the better of the two. A Chinese 以上 or 以下 and an English “or more” include their bound.",
    "    -> Let one of them leave it out: “below 95%” or “above 95%”.",
    "",
    "1 finding: 1 error, 0 warnings, 0 info.",
    "",
  ]);
});

test("peers are the values that are stated together", async () => {
  const rule = "20 % above the peer mean earns all points, 20 % below the peer mean earns none, linear in between";
  const { status, out } = await command([
    "rule",
    rule,
    "--points",
    "15",
    "--value",
    "80",
    "100",
    "120",
    "--lang",
    "zh-CN",
  ]);
  expect(status).toBe(0);
  expect(out).toContain(
    "同岗位均值比: 分值 15 分：与同岗位均值比较：高于均值 20% 得满分，低于均值 20% 不得分，之间线性计分。",
  );
  expect(out).toMatch(/80 {3}0 分\n {2}100 {2}7\.5 分\n {2}120 {2}15 分\n/);
  const alone = await command(["rule", rule, "--points", "15", "--value", "80"]);
  expect(alone.out).toContain("needs the values of at least two peers");
});

test("what is not understood has no rule and no words", async () => {
  const { status, out } = await command(["rule", "服务态度好", "--json"]);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    rule: null,
    text: "",
    scores: [],
    findings: [{ code: "method-not-stated" }],
  });
});

test.each([
  [["rule"], /state the rule/],
  [["rule", "  "], /state the rule/],
  [["rule", "each event", "costs 2"], /quotation marks/],
  [["rule", "x", "--points", "many"], /--points many/],
  [["rule", "x", "--points", "-1"], /--points -1/],
  [["rule", "x", "--value"], /--value needs a value/],
  [["rule", "x", "--out", "y"], /no option --out/],
  [["rule", "x", "--points", "1", "--points", "2"], /stated twice/],
])("%j cannot be carried out", async (args, reason) => {
  const { status, out, err } = await command(args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(reason);
});

test("a value that a rule in per cent would take for more than all of it is refused, and shown as what it is", async () => {
  const { out } = await command([
    "rule",
    "90%以上满分，70%以下不得分，之间线性",
    "--points=10",
    "--value",
    "60",
    "80%",
  ]);
  expect(out).toMatch(
    /^ {2}60 \(= 6,000%\) {2}The rule is in per cent and the value is not: .*\n {2}80% {12}5 points$/m,
  );
});
