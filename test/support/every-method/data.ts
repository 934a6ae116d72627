/** Events of the last quarter of 2026 in the centre of `rubrics.ts`. Blank cells are left out. */
type Cell = string | number;
type Row = Readonly<Record<string, Cell>>;

/** A month with all points for a hotline agent and without adjustments. */
const ALL_FULL: Row = {
  Conformity: 0.95,
  Answers: 0.92,
  "Wrap-up": 300,
  Courtesy: "S",
  Greeting: "pass",
  Calls: 480,
  Resolved: 50,
  "Survey rate": 0.3,
  Transfers: 0.005,
  Hold: 60,
  "Says the name": "yes",
  "Repeats the case": "yes",
  "Offers more help": "yes",
  Test: 100,
  Records: 0,
  Complaints: 0,
  Growth: 0.1,
  Chair: 0,
};

/** The same month without the named cells. */
function without(month: Row, ...left: readonly string[]): Row {
  return Object.fromEntries(Object.entries(month).filter(([name]) => !left.includes(name)));
}

const hotline = (id: string, team: string, period: string, metrics: Row): Row => ({
  "Agent ID": id,
  Name: `Agent ${id}`,
  Rubric: "Hotline",
  Team: team,
  Period: period,
  ...metrics,
});
const other = (rubric: string, id: string, team: string, period: string, metrics: Row): Row => ({
  ...hotline(id, team, period, metrics),
  Rubric: rubric,
});

const OCTOBER: readonly Row[] = [
  hotline("H1", "North", "2026-10", {
    Conformity: 0.92,
    Answers: 0.75,
    "Wrap-up": 250,
    Courtesy: "A",
    Greeting: "pass",
    Calls: 420,
    Resolved: 55,
    "Survey rate": 0.274,
    Transfers: 0.012,
    Hold: 85,
    "Says the name": "yes",
    "Repeats the case": "no",
    "Offers more help": "N/A",
    Test: 80,
    Records: 1,
    Complaints: 1,
    Growth: 0.125,
    Chair: 0.5,
  }),
  hotline("H2", "North", "2026-10", {
    ...without(ALL_FULL, "Conformity", "Answers", "Wrap-up", "Courtesy", "Transfers", "Hold", "Records"),
    Resolved: "N/A",
    "Survey rate": 0.25,
    "Says the name": "N/A",
    "Repeats the case": "N/A",
    "Offers more help": "N/A",
  }),
  hotline("H3", "North", "2026-10", { ...ALL_FULL, Greeting: "fail", Calls: "N/A", Resolved: 40, Transfers: 0.03 }),
  hotline("H4", "South", "2026-10", { ...ALL_FULL, Complaints: 3 }),
  hotline("H5", "South", "2026-10", { ...ALL_FULL, Test: 59 }),
  hotline("H6", "South", "2026-10", without(ALL_FULL, "Survey rate")),
  hotline("H7", "South", "2026-10", { ...ALL_FULL, Resolved: 70, Growth: 0.2 }),
  hotline("H8", "South", "2026-10", {
    Conformity: 0.5,
    Answers: 0.5,
    "Wrap-up": 500,
    Courtesy: "C",
    Greeting: "fail",
    Calls: 200,
    Resolved: 0,
    "Survey rate": 0.1,
    Transfers: 0.05,
    Hold: 300,
    "Says the name": "no",
    "Repeats the case": "no",
    "Offers more help": "no",
    Test: 60,
    Records: 9,
    Complaints: 0,
    Growth: 0,
    Chair: 0,
  }),
  other("Chat", "C1", "Desk", "2026-10", { Chats: 100, Clarity: 0.8, Desk: 15.5 }),
  other("Chat", "C2", "Desk", "2026-10", { Chats: 110, Clarity: 0.9, Desk: 15.25 }),
  other("Chat", "C3", "Desk", "2026-10", { Chats: 80, Clarity: 1, Desk: 20 }),
  other("Chat", "C4", "Desk", "2026-10", { Chats: "N/A", Clarity: 0.9, Desk: 18 }),
  other("Chat", "C5", "Desk", "2026-10", { Chats: 300, Desk: "N/A" }),
  other("Mail", "M1", "Post", "2026-10", { Mails: 40, Notes: 4, Slips: 0 }),
  other("Mail", "M2", "Post", "2026-10", { Mails: 5, Notes: 1, Slips: 3 }),
  { ...other("Shift leader", "L1", "Floor", "2026-10", { "Own work": 18 }), Leads: "North" },
  { ...other("Shift leader", "L2", "Floor", "2026-10", { "Own work": 20 }), Leads: "South" },
  { ...other("Shift leader", "L3", "Floor", "2026-10", { "Own work": 15 }), Leads: "Desk" },
  { ...other("Manager", "G1", "", "2026-10", { Budget: 0.015 }), Leads: "Floor" },
];

const NOVEMBER: readonly Row[] = [
  hotline("H1", "North", "2026-11", { ...ALL_FULL, Conformity: 0.875, Calls: 440 }),
  hotline("H2", "North", "2026-11", { ...ALL_FULL, Calls: 400 }),
  hotline("H3", "North", "2026-11", { ...ALL_FULL, Calls: 360 }),
  hotline("H8", "South", "2026-11", { ...ALL_FULL, Calls: 900 }),
  other("Chat", "C1", "Desk", "2026-11", { Chats: 100, Clarity: 0.8, Desk: 15 }),
  other("Chat", "C2", "Desk", "2026-11", { Chats: 110, Clarity: 0.9, Desk: 20 }),
  other("Mail", "M1", "Post", "2026-11", { Mails: 40, Notes: 3, Slips: 0 }),
  other("Mail", "M2", "Post", "2026-11", { Mails: 20, Notes: 5, Slips: 0 }),
  other("Mail", "M3", "Post", "2026-11", { Mails: 60, Notes: 2, Slips: 0 }),
];

const DECEMBER: readonly Row[] = [
  hotline("H1", "North", "2026-12", { ...ALL_FULL, Conformity: "N/A", Calls: 400 }),
  hotline("H2", "North", "2026-12", { ...ALL_FULL, Calls: 400 }),
  hotline("H3", "North", "2026-12", { ...without(ALL_FULL, "Survey rate"), Calls: 400 }),
];

const QUARTER: readonly Row[] = [
  other("Quarter", "H1", "North", "2026-Q4", { Review: 8.2 }),
  other("Quarter", "H2", "North", "2026-Q4", { Review: 10 }),
  other("Quarter", "H3", "North", "2026-Q4", { Review: 5.5 }),
];

export const METRICS: readonly Row[] = [...OCTOBER, ...NOVEMBER, ...DECEMBER, ...QUARTER];

const event = (date: Cell, id: string, indicator: string, more: Row = {}): Row => ({
  Date: date,
  "Agent ID": id,
  Indicator: indicator,
  ...more,
});

export const LEDGER: readonly Row[] = [
  event("2026-10-05", "H1", "Late"),
  // The 19th of October 2026, as Excel keeps dates.
  event(46314, "H1", "Late", { Note: "bus" }),
  event("2026-10-07", "H1", "Lapses"),
  event("2026-10-08", "H1", "Lapses", { Points: 1.5, Note: "a small one" }),
  event("2026-10-21", "H1", "Praise", { Count: 2 }),
  event("2026-11-03", "H1", "Praise"),
  event("2026-10-02", "H2", "Lapses", { Count: 4 }),
  event("2026-10-03", "H2", "Praise", { Count: 5 }),
  event("2026-10-12", "H5", "Late", { Count: 3 }),
  event("2026-10-30", "H5", "Late"),
  event("2026-10-15", "H7", "Praise", { Count: 4 }),
  event("2026-10-01", "H8", "Late", { Count: 3 }),
  event("2026-10-31", "H8", "Lapses", { Count: 3 }),
];

const rating = (id: string, period: string, rater: string, type: string, value: Cell): Row => ({
  "Agent ID": id,
  Period: period,
  Indicator: "Voice",
  Rater: rater,
  "Rater type": type,
  Rating: value,
});

export const RATINGS: readonly Row[] = [
  rating("H1", "2026-10", "Mr Ash", "customer", 4),
  rating("H1", "2026-10", "Mrs Birch", "customer", 5),
  rating("H1", "2026-10", "L1", "superior", 3),
  rating("H3", "2026-10", "Mr Ash", "customer", 5),
  rating("H3", "2026-10", "L1", "superior", 5),
  rating("H3", "2026-10", "H1", "peer", 5),
  rating("H4", "2026-10", "L2", "superior", 5),
  rating("H5", "2026-10", "L2", "superior", 5),
  rating("H6", "2026-10", "L2", "superior", 5),
  rating("H7", "2026-10", "L2", "superior", 5),
  rating("H8", "2026-10", "Mr Ash", "customer", 1),
  rating("H1", "2026-11", "L1", "superior", 5),
  rating("H2", "2026-11", "L1", "superior", 5),
  rating("H3", "2026-11", "L1", "superior", 5),
  rating("H8", "2026-11", "L2", "superior", 5),
  rating("H1", "2026-12", "L1", "superior", 5),
  rating("H2", "2026-12", "L1", "superior", 5),
  rating("H3", "2026-12", "L1", "superior", 5),
];

/** The groups of October at the time of scoring. */
export const BASELINE: readonly Row[] = [
  { Rubric: "Hotline", Period: "2026-10", Indicator: "Calls", Statistic: "mean", Value: 400 },
  ...[10, 20, 30, 40, 50].map((value) => ({
    Rubric: "Mail",
    Period: "2026-10",
    Indicator: "Mails",
    Statistic: "value",
    Value: value,
  })),
];
