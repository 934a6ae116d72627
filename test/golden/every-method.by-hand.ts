import type { Hand, Points } from "./every-method.by-hand.october";
import { ALL, OCTOBER } from "./every-method.by-hand.october";

/** November: no frozen mean. H1, H2 and H3 take 440, 400 and 360 calls. H8, who is in no comparison, takes 900. */
const NOVEMBER: Readonly<Record<string, Hand>> = {
  H1: {
    points: { ...ALL, Conformity: (10 * (0.875 - 0.8)) / 0.15, Calls: (12 * (0.1 + 0.2)) / 0.4, Praise: 1 },
    sections: { Quality: 5 + 30, Output: 9 + 28, Conduct: 20 },
    exact: 35 + 37 + 20 + 1,
    total: 93,
    grade: "A",
    ranks: [2, 1, 2],
  },
  H2: {
    points: { ...ALL, Calls: (12 * 0.2) / 0.4 },
    sections: { Quality: 38, Output: 6 + 28, Conduct: 20 },
    exact: 38 + 34 + 20,
    total: 92,
    grade: "A",
    ranks: [3, 2, 3],
  },
  H3: {
    points: { ...ALL, Calls: (12 * (-0.1 + 0.2)) / 0.4 },
    sections: { Quality: 38, Output: 3 + 28, Conduct: 20 },
    exact: 38 + 31 + 20,
    total: 89,
    grade: "B",
    ranks: [4, 3, 4],
  },
  H8: {
    points: ALL,
    sections: { Quality: 38, Output: 40, Conduct: 20 },
    exact: 98,
    total: 98,
    grade: "A",
    ranks: [1, 1, 1],
  },
  // Two are too few to compare: the 40 points of Chats leave.
  C1: {
    points: { Chats: "not-applicable", Clarity: (24 * 100) / 60, Desk: (15 * 100) / 60 },
    sections: { Work: 65 },
    exact: (39 * 100) / 60,
    total: 65,
    grade: "C",
    ranks: [2, 2, 6],
  },
  C2: {
    points: { Chats: "not-applicable", Clarity: (32 * 100) / 60, Desk: (20 * 100) / 60 },
    sections: { Work: (52 * 100) / 60 },
    exact: (52 * 100) / 60,
    total: 86.7,
    grade: "B",
    ranks: [1, 1, 5],
  },
  // 20, 40 and 60 mails: none, one, and both of the others below.
  M1: {
    points: { Mails: 25 / 2, Notes: (25 * (3 - 1)) / 4, Slips: 0 },
    sections: { Work: 25 },
    exact: 25,
    total: 25,
    grade: "D",
    ranks: [1, 1, 7],
  },
  M2: {
    points: { Mails: 0, Notes: 25, Slips: 0 },
    sections: { Work: 25 },
    exact: 25,
    total: 25,
    grade: "D",
    ranks: [1, 1, 7],
  },
  M3: {
    points: { Mails: 25, Notes: (25 * (2 - 1)) / 4, Slips: 0 },
    sections: { Work: 31.25 },
    // Notes of 2 fail.
    exact: 31.25 * 0.8,
    total: 25,
    grade: "D",
    ranks: [1, 1, 7],
  },
};

/** December: all agents take the mean of 400 calls. With one rubric there is no rank in the centre. */
const DECEMBER: Readonly<Record<string, Hand>> = {
  H1: {
    // Conformity does not apply: the other 90 points count as 100.
    points: {
      ...Object.fromEntries(Object.entries(ALL).map(([name, points]): [string, Points] => [name, (points * 100) / 90])),
      Conformity: "not-applicable",
      Calls: (6 * 100) / 90,
    },
    sections: { Quality: (30 * 100) / 90, Output: (34 * 100) / 90, Conduct: (20 * 100) / 90 },
    exact: (84 * 100) / 90,
    total: 93.33,
    grade: "A",
    ranks: [1, 1, null],
  },
  H2: {
    points: { ...ALL, Calls: 6 },
    sections: { Quality: 38, Output: 34, Conduct: 20 },
    exact: 92,
    total: 92,
    grade: "A",
    ranks: [2, 2, null],
  },
  H3: {
    points: { ...ALL, Calls: 6, "Survey rate": "pending" },
    sections: { Quality: 38, Output: 26, Conduct: 20 },
    exact: undefined,
    total: undefined,
    grade: undefined,
    ranks: [null, null, null],
  },
};

/** The quarter: months weigh 20 %, 30 % and 50 %. */
const QUARTER: Readonly<Record<string, Hand>> = {
  H1: {
    points: {
      Months: (70 * (0.2 * 73.12 + 0.3 * 93 + 0.5 * 93.33)) / 100,
      // December does not apply.
      "Steady conformity": (10 * ((0.92 + 0.875) / 2 - 0.8)) / 0.15,
      Review: (20 * (8.2 - 1)) / (10 - 1),
    },
    sections: { Months: 0.7 * 89.189 + 6.5, Review: 16 },
    exact: 0.7 * 89.189 + 6.5 + 16,
    total: 84.93,
    grade: "B",
    ranks: [2, 2, null],
  },
  H2: {
    points: { Months: (70 * (0.2 * 58.19 + 0.3 * 92 + 0.5 * 92)) / 100, "Steady conformity": 10, Review: 20 },
    sections: { Months: 0.7 * 85.238 + 10, Review: 20 },
    exact: 0.7 * 85.238 + 30,
    total: 89.67,
    grade: "B",
    ranks: [1, 1, null],
  },
  H3: {
    points: {
      // December has no total yet; October and November are weighed anew.
      Months: (70 * (0.2 * 49.4 + 0.3 * 89)) / (0.2 + 0.3) / 100,
      "Steady conformity": 10,
      Review: (20 * (5.5 - 1)) / 9,
    },
    sections: { Months: 0.7 * 73.16 + 10, Review: 10 },
    exact: 0.7 * 73.16 + 20,
    total: 71.21,
    grade: "C",
    ranks: [3, 3, null],
  },
};

export const BY_HAND: Readonly<Record<string, Readonly<Record<string, Hand>>>> = {
  "2026-10": OCTOBER,
  "2026-11": NOVEMBER,
  "2026-12": DECEMBER,
  "2026-Q4": QUARTER,
};

const graded = (month: Readonly<Record<string, Hand>>, grades: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(month).map(([id, hand]): [string, Hand] => [id, { ...hand, grade: grades[id] }]));

const centred = (month: Readonly<Record<string, Hand>>, centre: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(month).map(([id, hand]): [string, Hand] => [
      id,
      { ...hand, ranks: [hand.ranks[0], hand.ranks[1], centre[id] ?? null] },
    ]),
  );

/**
 * The same with grades by quotas of 20, 30, 30 and 20 %: of hotline agents within their team, of the others within their role. Members' other
 * grades make other leaders, and these another manager.
 */
export const BY_HAND_WITH_QUOTAS: typeof BY_HAND = {
  "2026-10": graded(
    centred(
      {
        ...OCTOBER,
        L1: {
          // A, B and D in North.
          points: {
            "Team mean": (50 * 180.71) / 300,
            "Team good": (20 * 2) / 3,
            "Team weak": (10 * (0.5 - 1 / 3)) / 0.5,
            "Own work": 18,
          },
          sections: { Team: (50 * 180.71) / 300 + 40 / 3 + 10 / 3, Own: 18 },
          exact: (50 * 180.71) / 300 + 50 / 3 + 18,
          // 64.785, half away from zero.
          total: 64.79,
          grade: "B",
          ranks: [2, 2, null],
        },
        L2: {
          // A, B, C and C in South.
          points: { "Team mean": 20.25, "Team good": (20 * 2) / 4, "Team weak": 10, "Own work": 20 },
          sections: { Team: 40.25, Own: 20 },
          exact: 60.25,
          total: 60.25,
          grade: "D",
          ranks: [3, 3, null],
        },
        G1: {
          points: { "Floor result": (70 * ((64.79 + 60.25 + 65.25) / 3 - 40)) / 30, Budget: 30 },
          sections: { Floor: (70 * (190.29 / 3 - 40)) / 30 + 30 },
          exact: (70 * (190.29 / 3 - 40)) / 30 + 30,
          total: 84.67,
          grade: "B",
          ranks: [1, null, null],
        },
      },
      {
        ...{ H7: 1, G1: 2, C4: 3, C2: 4, M1: 5, H1: 6, L3: 7, L1: 8, C3: 9, L2: 10 },
        ...{ H5: 11, C1: 12, H2: 13, H3: 14, H4: 15, H8: 15, M2: 17 },
      },
    ),
    {
      // 3 in North: 0.6, 1.5 and 2.4 of them are rounded to the first one, two and two.
      ...{ H1: "A", H2: "B", H3: "D" },
      // 4 with a total in South: one, two, three; those who share the third place share its grade.
      ...{ H7: "A", H5: "B", H4: "C", H8: "C" },
      ...{ C4: "A", C2: "B", C3: "C", C1: "D" },
      // 2: none, one, both.
      ...{ M1: "B", M2: "C" },
      // The best of them is one grade lower, because the own work fails.
      ...{ L3: "B", L1: "B", L2: "D" },
      // Half a person is one: the manager is the best half.
      G1: "B",
    },
  ),
  "2026-11": graded(NOVEMBER, {
    ...{ H1: "A", H2: "B", H3: "D", H8: "B" },
    ...{ C2: "B", C1: "C" },
    // 3: one, two, two. All share the first place.
    ...{ M3: "A", M1: "A", M2: "A" },
  }),
  "2026-12": graded(DECEMBER, { H1: "B", H2: "C" }),
  "2026-Q4": graded(QUARTER, { H2: "A", H1: "B", H3: "D" }),
};
