/**
 * The results of the workbook in `test/support/every-method`, calculated by hand from the words of its policy. Plain arithmetic is written
 * out per agent and indicator. This file knows nothing of the product and imports nothing of it.
 */

/** Counted points, or the reason for none. */
export type Points = number | "not-applicable" | "pending";

export interface Hand {
  readonly points: Readonly<Record<string, Points>>;
  readonly sections: Readonly<Record<string, number>>;
  /** In full precision. Undefined for none. */
  readonly exact: number | undefined;
  /** As people see it. */
  readonly total: number | undefined;
  readonly grade: string | undefined;
  /** Within the role, the team, and the centre. */
  readonly ranks: readonly [role: number | null, team: number | null, centre: number | null];
}

/** A hotline agent with all points and without an event. */
export const ALL = {
  ...{ Conformity: 10, Answers: 10, "Wrap-up": 8, Courtesy: 6, Greeting: 6 },
  ...{ Calls: 12, Resolved: 10, "Survey rate": 8, Transfers: 5, Hold: 5 },
  ...{ Opening: 6, Voice: 5, Test: 4, Records: 5 },
  ...{ Late: 0, Lapses: 0, Complaints: 0, Praise: 0, Growth: 0, Chair: 0 },
};

/**
 * October, H2: Courtesy, Resolved, Opening and Voice leave, and the rest counts as 100; the 10 points of Answers go in equal parts to the three
 * others of Quality that count.
 */
const H2_LEFT = 100 - 6 - 10 - 6 - 5;
const H2_SCALE = 100 / H2_LEFT;

export const OCTOBER: Readonly<Record<string, Hand>> = {
  H1: {
    points: {
      Conformity: (10 * (0.92 - 0.8)) / (0.95 - 0.8),
      // Halfway from 60 % at 0.6 to 100 % at 0.9.
      Answers: 10 * (0.6 + (0.4 * (0.75 - 0.6)) / (0.9 - 0.6)),
      // 50 seconds away; 20 are free, at 120 nothing is left.
      "Wrap-up": (8 * (120 - 50)) / (120 - 20),
      Courtesy: 5,
      Greeting: 6,
      // 420 calls against the frozen mean of 400: +5 %.
      Calls: (12 * (0.05 + 0.2)) / (0.2 + 0.2),
      // 110 % of the target.
      Resolved: (10 * 55) / 50,
      // 2.6 points below 30 %, in proportion.
      "Survey rate": 8 - 2.6 * 1,
      Transfers: 5 * 0.6,
      // 25 seconds too long: the third step is started.
      Hold: 5 - 3 * 0.5,
      // 0.5 of 0.5 + 0.3; the third item does not apply.
      Opening: (6 * 0.5) / (0.5 + 0.3),
      // Two customers first among themselves, then with the superior; no peer has rated.
      Voice: (5 * ((0.5 * ((4 + 5) / 2) + 0.3 * 3) / (0.5 + 0.3) - 1)) / (5 - 1),
      Test: (4 * 80) / 100,
      Records: 5 - 1 * 1.5,
      Late: -(1 + 2),
      Lapses: -(1 * 2 + 1.5),
      Complaints: -1,
      Praise: 2 * 1,
      // 2.5 points above the target: two full steps.
      Growth: 2 * 0.5,
      Chair: 0.5,
    },
    sections: {
      Quality: 8 + 8 + 5.6 + 5 + 6,
      Output: 7.5 + 11 + 5.4 + 3 + 3.5,
      Conduct: 3.75 + 3.671875 + 3.2 + 3.5,
    },
    exact: 32.6 + 30.4 + 14.121875 - (3 + 3.5 + 1) + (2 + 1 + 0.5),
    total: 73.12,
    grade: "C",
    ranks: [2, 1, 5],
  },
  H2: {
    points: {
      Conformity: 0,
      Answers: "not-applicable",
      "Wrap-up": (8 + 10 / 3) * H2_SCALE,
      Courtesy: "not-applicable",
      Greeting: (6 + 10 / 3) * H2_SCALE,
      Calls: 12 * H2_SCALE,
      Resolved: "not-applicable",
      "Survey rate": (8 - 5 * 1) * H2_SCALE,
      Transfers: 0,
      Hold: 5 * H2_SCALE,
      Opening: "not-applicable",
      Voice: "not-applicable",
      Test: 4 * H2_SCALE,
      Records: 0,
      Late: 0,
      // Four events would cost 8.
      Lapses: -6,
      Complaints: 0,
      // Five are worth no more than three.
      Praise: 3,
      Growth: 0,
      Chair: 0,
    },
    sections: {
      Quality: (8 + 10 / 3 + 6 + 10 / 3) * H2_SCALE,
      Output: (12 + 3 + 5) * H2_SCALE,
      Conduct: 4 * H2_SCALE,
    },
    exact: ((14 + 20 / 3 + 20 + 4) * 100) / 73 - 6 + 3,
    total: 58.19,
    grade: "D",
    ranks: [4, 2, 11],
  },
  H3: {
    points: {
      ...ALL,
      Greeting: 0,
      // Its 12 points go to the four others of the section, 3 to each.
      Calls: "not-applicable",
      Resolved: ((10 * 40) / 50) * (13 / 10),
      "Survey rate": 8 + 3,
      Transfers: 0,
      Hold: 5 + 3,
    },
    // Greeting failed, and takes its section with it.
    sections: { Quality: 0, Output: 10.4 + 11 + 8, Conduct: 20 },
    exact: 0 + 29.4 + 20,
    total: 49.4,
    grade: "D",
    ranks: [5, 3, 12],
  },
  H4: {
    points: { ...ALL, Complaints: -3 },
    // Quality would be 40, but is never more than 38.
    sections: { Quality: 38, Output: 40, Conduct: 20 },
    // The third complaint makes the total 0.
    exact: 0,
    total: 0,
    grade: "D",
    ranks: [6, 3, 15],
  },
  H5: {
    // The first late arrival costs 1, the second 2, the third and fourth 5 each: 13, of which 10 count.
    points: { ...ALL, Test: (4 * 59) / 100, Late: -10 },
    sections: { Quality: 38, Output: 40, Conduct: 6 + 5 + 2.36 + 5 },
    // 38 + 40 + 18.36, less 8 that the section may lose at most, is 88.36; a test of 59 holds it at 60.
    exact: 60,
    total: 60,
    grade: "C",
    ranks: [3, 2, 9],
  },
  H6: {
    points: { ...ALL, "Survey rate": "pending" },
    sections: { Quality: 38, Output: 32, Conduct: 20 },
    exact: undefined,
    total: undefined,
    grade: undefined,
    ranks: [null, null, null],
  },
  H7: {
    points: { ...ALL, Resolved: 10 * 1.1, Praise: 3, Growth: 2 },
    sections: { Quality: 38, Output: 41, Conduct: 20 },
    // 38 + 41 + 20, and 4 of the 5 bonus points, is 103; the highest total is 102.
    exact: 102,
    total: 102,
    grade: "A",
    ranks: [1, 1, 1],
  },
  H8: {
    points: {
      ...{ Conformity: 0, Answers: 0, "Wrap-up": 0, Courtesy: 3, Greeting: 0 },
      ...{ Calls: 0, Resolved: 0, "Survey rate": 0, Transfers: 0, Hold: 5 - 3 },
      ...{ Opening: 0, Voice: 0, Test: (4 * 60) / 100, Records: 0 },
      ...{ Late: -(1 + 2 + 5), Lapses: -3 * 2, Complaints: 0, Praise: 0, Growth: 0, Chair: 0 },
    },
    // Output is never less than 5.
    sections: { Quality: 0, Output: 5, Conduct: 2.4 },
    // 5 + 2.4 - 8 lies below the lowest total.
    exact: 0,
    total: 0,
    grade: "D",
    ranks: [6, 3, 15],
  },
  // Median of 100, 110 and 80, the newcomer C5 left out: 100.
  C1: {
    points: { Chats: (40 * (0 + 0.25)) / 0.5, Clarity: (40 * (0.8 - 0.5)) / 0.5, Desk: 15.5 },
    sections: { Work: 20 + 24 + 15.5 },
    exact: 59.5,
    total: 59.5,
    grade: "D",
    ranks: [4, 4, 10],
  },
  C2: {
    points: { Chats: (40 * (0.1 + 0.25)) / 0.5, Clarity: (40 * (0.9 - 0.5)) / 0.5, Desk: 15.25 },
    sections: { Work: 28 + 32 + 15.25 },
    exact: 75.25,
    // To one decimal, half to even.
    total: 75.2,
    grade: "B",
    ranks: [2, 2, 3],
  },
  C3: {
    points: { Chats: (40 * (-0.2 + 0.25)) / 0.5, Clarity: 40, Desk: 20 },
    sections: { Work: 4 + 40 + 20 },
    exact: 64,
    total: 64,
    grade: "C",
    ranks: [3, 3, 7],
  },
  C4: {
    points: { Chats: "not-applicable", Clarity: (32 * 100) / 60, Desk: (18 * 100) / 60 },
    sections: { Work: (50 * 100) / 60 },
    // 60 of 100 points have data: just the coverage that is asked for.
    exact: 5000 / 60,
    total: 83.3,
    grade: "B",
    ranks: [1, 1, 2],
  },
  C5: {
    points: { Chats: (40 * 100) / 40, Clarity: "not-applicable", Desk: "not-applicable" },
    sections: { Work: 100 },
    // 40 of 100 points are too few to judge by.
    exact: undefined,
    total: undefined,
    grade: undefined,
    ranks: [null, null, null],
  },
  // Frozen values 10, 20, 30, 40, 50: three of the four others lie below 40.
  M1: {
    points: { Mails: (25 * 3) / 4, Notes: (25 * (4 - 1)) / (5 - 1), Slips: 0 },
    sections: { Work: 18.75 + 18.75 },
    exact: 37.5,
    total: 37.5,
    grade: "D",
    ranks: [1, 1, 4],
  },
  M2: {
    points: { Mails: 0, Notes: 0, Slips: -3 },
    sections: { Work: 0 },
    // The lowest total of this rubric is -5. Notes fail, but a factor of 0.8 must not raise the total.
    exact: -3,
    total: -3,
    grade: "D",
    ranks: [2, 2, 17],
  },
  // North: 73.12, 58.19 and 49.4; no A or B, two of three a D.
  L1: {
    points: { "Team mean": (50 * (73.12 + 58.19 + 49.4)) / 3 / 100, "Team good": 0, "Team weak": 0, "Own work": 18 },
    sections: { Team: (50 * 180.71) / 3 / 100, Own: 18 },
    exact: (50 * 180.71) / 300 + 18,
    total: 48.12,
    grade: "D",
    ranks: [2, 2, 13],
  },
  // South: 0, 60, 102 and 0, one without a total; one of four an A, two of four a D.
  L2: {
    points: {
      "Team mean": (50 * (0 + 60 + 102 + 0)) / 4 / 100,
      "Team good": (20 * 1) / 4,
      "Team weak": 0,
      "Own work": 20,
    },
    sections: { Team: 20.25 + 5, Own: 20 },
    exact: 45.25,
    total: 45.25,
    grade: "D",
    ranks: [3, 3, 14],
  },
  // Desk: 59.5, 75.2, 64 and 83.3, one without a total; two of four a B, one of four a D.
  L3: {
    points: {
      "Team mean": (50 * (59.5 + 75.2 + 64 + 83.3)) / 4 / 100,
      "Team good": (20 * 2) / 4,
      "Team weak": (10 * (0.5 - 1 / 4)) / 0.5,
      "Own work": 15,
    },
    sections: { Team: 35.25 + 10 + 5, Own: 15 },
    exact: 65.25,
    total: 65.25,
    // A C, and one grade lower because 15 for the own work fails.
    grade: "D",
    ranks: [1, 1, 6],
  },
  // The leaders' 48.12, 45.25 and 65.25, between 40 and 70.
  G1: {
    points: { "Floor result": (70 * ((48.12 + 45.25 + 65.25) / 3 - 40)) / 30, Budget: 30 },
    sections: { Floor: (70 * (158.62 / 3 - 40)) / 30 + 30 },
    exact: (70 * (158.62 / 3 - 40)) / 30 + 30,
    total: 60.04,
    grade: "C",
    ranks: [1, null, 8],
  },
};
