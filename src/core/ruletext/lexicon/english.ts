import type { Lexicon } from "./tags";
import { en } from "./tags";

/**
 * The English of policies. Longer phrases win over shorter ones. A comparison of letters finds typing slips in longer
 * words.
 */
export const ENGLISH: Lexicon = {
  pct: { after: en("%, ‰, per mille, percent, per cent, pct, percents") },
  pp: {
    any: en(
      "percentage points, percentage point, percent point, percent points, pp, % point, % points, %-point, %-points",
    ),
  },
  pt: { after: en("points, point, pts, pt, marks, mark, points each, point each") },
  unit: {
    after: en(
      "seconds, second, secs, sec, s, minutes, minute, mins, min, hours, hour, hrs, h, days, day, yuan, cny, rmb, working days, weeks, months, stars, star, business days",
    ),
  },
  cnt: {
    after: en(
      "times, time, cases, case, instances, instance, occurrences, occurrence, events, event, items, item, calls, call, tickets, ticket, complaints, complaint, errors, error, reports, report, people, letters, letter, entries, entry, incidents, incident, lapses, lapse, steps, step, records, record",
    ),
  },
  ge: {
    any: en(
      "at least, no less than, not less than, not below, not under, no lower than, not lower than, minimum of, a minimum of, greater than or equal to, equal to or above, equal to or greater than, reaching, reaches, reach, no fewer than, not fewer than, from at least, at or above, at or over, from, on reaching, meeting",
    ),
  },
  gt: {
    any: en(
      "more than, greater than, above, over, exceeding, exceeds, exceed, higher than, in excess of, beyond, better than, longer than, beating, beats",
    ),
  },
  le: {
    any: en(
      "at most, no more than, not more than, not above, not over, not exceeding, no higher than, not higher than, less than or equal to, equal to or below, at or below, at or under, within, up to and including, no longer than",
    ),
  },
  lt: { any: en("below, under, less than, lower than, fewer than, short of, shorter than, beneath, worse than") },
  up: {
    any: en(
      "or more, or above, or higher, or over, or better, and above, and over, and more, and higher, and up, upwards, or greater, and better, or longer, +, and beyond, or up",
    ),
  },
  down: {
    any: en(
      "or less, or below, or lower, or fewer, or under, and below, and under, and less, and lower, and fewer, or shorter, or worse, and worse",
    ),
  },
  incl: { any: en("inclusive, included, including, incl, inclusively") },
  excl: { any: en("exclusive, excluded, excluding, excl, not included, exclusively") },
  dash: { any: en("-, to, until, through, up to") },
  between: { any: en("between") },
  mid: {
    any: en("in between, in-between, between them, between the two, between those, between these, in the middle"),
  },
  and: { any: en("and, but, &") },
  stop: { any: en(".") },
  colon: { any: en("->, =>, →, ⇒") },
  bracket: { any: en("[, ]") },
  open: { any: en("(") },
  close: { any: en(")") },
  slash: { any: en("/") },
  pm: { any: en("±, +/-, plus or minus, plus/minus") },
  times: { any: en("times the, multiplied by") },
  divide: { any: en("divided by") },
  eq: { any: en("equals, equal to, is, are, counts, count, counts as") },
  at: { any: en("at, for, if, when, with, on, exactly") },
  full: {
    any: en(
      "all points, all the points, full points, full marks, full mark, full score, maximum points, maximum score, all marks, earns all, earn all, gets all, earns all points, earn all points, gets all points, get all points, earns all the points, gets all the points, scores all points, gives all points, earns full, gets full, scores full, earns full points, gets full points, scores full points, gives full points, earns full marks, gets full marks, scores full marks, gives full marks, the full points, the full score, full credit, 100% of the points, 100 % of the points, all of the points, top marks, top score, earns everything, max points, gives all, gives full, receives full points, receives all points, wins all, earns it all, all is earned, all are earned, full",
    ),
  },
  zero: {
    any: en(
      "no points, no point, no marks, no score, zero points, zero marks, zero, nothing, none, earns nothing, earns none, gets nothing, gets none, no credit, scores nothing, scores zero, earns zero, gets zero, earns no points, gets no points, 0 points, 0 marks, not scored, gives nothing, gives none, is worth nothing, are worth nothing, all points are lost, all points lost, loses all points, loses all, all is lost, 0 pts, nil",
    ),
  },
  earn: {
    any: en(
      "earns, earn, gets, get, scores, score, is worth, are worth, gives, give, receives, receive, awarded, awards, yields, earning, scoring, getting, scored, brings, receiving",
    ),
  },
  take: {
    any: en(
      "deduct, deducts, deducting, minus, subtract, subtracts, lose, loses, losing, costs, cost, take off, take away, takes off, takes away, deduction of, a deduction of, penalty of, a penalty of, less, reduce by, taking off, knocks off, costing",
    ),
    before: en("-"),
  },
  taken: {
    any: en(
      "deducted, off, are deducted, is deducted, taken off, taken away, lost, are lost, is lost, subtracted, are taken off, is taken off, penalty, deduction, are taken away, is taken away, are subtracted, is subtracted, will be deducted, be deducted, come off, comes off",
    ),
  },
  add: { any: en("add, adds, plus, bonus of, a bonus of, adding, award, extra of, rewarded with"), before: en("+") },
  added: {
    any: en(
      "added, are added, is added, bonus, bonus points, bonus point, extra points, extra point, extra, is awarded, are awarded, more points, as a bonus",
    ),
  },
  untouched: {
    any: en(
      "no deduction, nothing is deducted, nothing deducted, without deduction, no points off, no points deducted, no penalty, nothing off, loses nothing, costs nothing",
    ),
  },
  per: { any: en("per, each, every, for each, for every, for any, each time, every time, a piece") },
  nth: { any: [] },
  every: {
    any: en(
      "every time after, each time after, every further, each further, every later, each later, every further one, each further one, every later one, any further, any further one, all further ones, every other, every repeat after that, each one after that, every one after that, each additional, every additional, each subsequent one, every subsequent one, each subsequent, every subsequent",
    ),
  },
  onwards: {
    any: en("onwards, and later, and after, and every further, and each further, and every later, and further"),
  },
  until: {
    any: en(
      "until used up, until nothing is left, until none are left, until none is left, until all are gone, until zero, until 0, down to zero, down to 0, not below 0, not below zero, until the points are used up, no lower than 0, no lower than zero, to a minimum of 0, to a minimum of zero, until all points are used up, until the points are gone, never below 0, never below zero, minimum 0, floor at 0, floored at 0, but not below 0, until exhausted, until it is used up",
    ),
  },
  cap: {
    any: en(
      "capped at, cap of, a cap of, cap, limited to, limit of, limit, a limit of, a maximum of, maximum of, maximum, max, up to a maximum of, up to a limit of, to a maximum of, with a cap of, ceiling of, ceiling, a ceiling of, up to a cap of, at the most, not more than a total of, in total at most, max of, capped to, but no more than",
    ),
  },
  takecap: {
    any: en(
      "deduct at most, at most deduct, lose at most, loses at most, deducting at most, deduct no more than, deduct up to, maximum deduction, maximum deduction of, the most that is deducted is, deductions are capped at, deductions capped at, deduction capped at, maximum penalty, maximum penalty of, max deduction, deduct a maximum of, costs at most, no more than a total deduction of, minus at most",
    ),
  },
  addcap: {
    any: en(
      "add at most, adds at most, at most add, add no more than, add up to, maximum bonus, maximum bonus of, bonus capped at, bonuses capped at, bonuses are capped at, the bonus is capped at, max bonus, plus at most",
    ),
  },
  linear: {
    any: en(
      "linear, linearly, straight line, a straight line, on a straight line, straight-line, interpolate, interpolated, interpolation, in a straight line, linear scale, linear interpolation, linear score",
    ),
  },
  prop: {
    any: en(
      "in proportion, proportionally, proportional, pro rata, pro-rata, prorated, pro-rated, proportionate, proportionately, is prorated, in proportion to, proportional to, proportionally to",
    ),
  },
  rise: {
    any: en(
      "rising to, rises to, rise to, increasing to, increases to, growing to, climbing to, going up to, up in a line to, falling to, falls to, decreasing to, dropping to, drops to, going down to",
    ),
  },
  lower: { any: en("lower, down") },
  higher: { any: en("higher") },
  mean: {
    any: en(
      "peer mean, peer average, the peer mean, the peer average, mean of the peers, average of the peers, mean of the role, average of the role, role mean, role average, team average, team mean, group average, group mean, mean of the same role, average of the same role, mean of the post, average of the post, mean of peers, average of peers, the mean, the average, peers' mean, peers' average, peer group mean, peer group average, mean, average, colleagues' average, average of colleagues, average of all agents, mean of all agents, same-role mean, same-role average, department average, centre average, center average, average of the team, mean of the team, the mean of the peers, the average of the peers, the mean of the role, the average of the role, the mean of the same role, the average of the same role, the mean of the post, the average of the post, the mean of peers, the average of peers, the average of colleagues, the average of all agents, the mean of all agents, the average of the team, the mean of the team",
    ),
  },
  versus: {
    any: en(
      "compared with, compared to, against, versus, vs, relative to, in comparison with, in relation to, measured against",
    ),
  },
  target: {
    any: en(
      "target, target of, target is, the target, the target is, a target of, goal, goal of, the goal is, goal is, baseline, baseline of, benchmark, benchmark of, standard of, the standard is, standard is, target value, required, plan, planned, quota, quota of, set point",
    ),
  },
  closer: { any: en("the closer to, closer to, closest to, the nearer to, nearest to") },
  deviate: {
    any: en(
      "deviation, deviation of, deviates, deviating, away, off target, away from it, away from the target, from the target, off the target, deviates by, a deviation of, apart, distance, distance of, a distance of, difference of, in either direction, either way, on either side",
    ),
  },
  else: {
    any: en(
      "otherwise, else, or else, anything else, everything else, the rest, if not, all others, all other values, any other, others, all else",
    ),
  },
  pass: {
    any: en(
      "passed, pass, passes, met, yes, compliant, complies, achieved, fulfilled, when met, if met, if passed, done",
    ),
  },
  fail: {
    any: en(
      "failed, fail, fails, not met, no, non-compliant, not compliant, not achieved, missed, not passed, unmet, not done, not fulfilled, failing",
    ),
  },
  label: {
    any: en(
      "excellent, very good, good, fair, poor, average grade, satisfactory, unsatisfactory, outstanding, needs improvement, acceptable, unacceptable, very satisfied, satisfied, neutral, dissatisfied, very dissatisfied, sufficient, insufficient, adequate, inadequate, bad, very poor, weak, strong, medium",
    ),
  },
  rating: {
    any: en(
      "rated, rating, ratings, rating of, rated from, on a scale of, on a scale from, scale of, rated on a scale of, rated on a scale from, -point scale, point scale, rating from, ratings from, ratings of, star rating, scores from, survey score, scored from, marked from, rating scale",
    ),
  },
  checklist: {
    any: en(
      "checklist, check list, items met, items passed, of the items, share of items, checklist items, share of items met, share of the items met, share of checklist items met, of the checklist",
    ),
  },
  manual: {
    any: en(
      "given by hand, by hand, manually, given by the supervisor, given by the manager, awarded by the supervisor, awarded by the manager, at the supervisor's discretion, at the manager's discretion, manual, supervisor gives, the supervisor gives, manager gives, the manager gives, points given by, scored by hand, at the discretion of the supervisor, at the discretion of the manager",
    ),
  },
  attain: {
    any: en(
      "attainment, target attainment, achievement rate, completion rate, share of the target reached, percentage of target, percentage of the target, percent of target, % of target, actual, actual result, actual value, share of target, share of the target, target achievement, attained",
    ),
  },
  critical: {
    any: en(
      "critical, critical item, fails the evaluation, fails the whole evaluation, fails the review, knock-out, knockout, veto, zero tolerance, auto-fail, autofail, automatic fail, fails everything",
    ),
  },
  total: { any: en("total score, the total, total, the total score, whole score") },
  critTotal: {
    any: en(
      "total is 0, total is zero, the total is 0, the total is zero, total becomes 0, total becomes zero, the total becomes 0, the total becomes zero, total score is 0, total score is zero, the whole score is 0, the whole score is zero, total 0, total zero, the evaluation is zero, the total score becomes 0, the total score becomes zero, the whole evaluation is zero",
    ),
  },
  critSection: {
    any: en(
      "section is 0, section is zero, the section is 0, the section is zero, section becomes 0, section becomes zero, the section becomes 0, the section becomes zero, section 0, section zero, fails the section, the whole section is zero, the section earns nothing, the section scores 0, the section scores zero",
    ),
  },
  worth: {
    any: en(
      "out of, worth, the points, of the points, of points, weight, points available, available points, its points, the score, of the score, of the weight, points value, the weight, of its points, of available points, of the available points, of full points, of full marks, of all points, of the total points, of the maximum",
    ),
  },
  of: { any: en("of, of the, that is") },
  by: { any: en("by, as") },
  uncounted: {
    any: en(
      "not counted, does not count, do not count, ignored, is ignored, are ignored, parts are ignored, parts do not count, is not counted, are not counted, counts for nothing",
    ),
  },
  started: {
    any: en(
      "or part thereof, or part of it, or part of one, or any part, started, or fraction thereof, or a part of it, or part thereof counts, counts as soon as it is started, rounded up, parts count as full, a part counts as a full one, each started one counts, or part of a step, begun, commenced, a started step counts, a started step counts in full, started steps count in full",
    ),
  },
  whole: {
    any: en(
      "complete, whole, completed, full ones only, only full steps count, full steps only, only full steps, rounded down, only whole steps, only complete steps, only whole steps count, only complete steps count, a step counts only when it is full, only full ones count",
    ),
  },
  vague: {
    any: en(
      "about, around, approximately, roughly, circa, approx, as appropriate, in general, normally, usually, at discretion, case by case, depending on, some, several, where appropriate, typically",
    ),
  },
  except: { any: en("except, except for, unless, excepting, apart from, other than, not counting, only if, provided") },
  or: { any: en("or, either") },
  filler: {
    any: en(
      "the, a, an, will be, be, then, will, would, this, that, it, its, there, they, one, who, of them, mark of, result, also, only, in total, totally, altogether, so, by the month, monthly, quarterly, must, may, can, makes, make, the better, better, this indicator, has, have, those, and so on, etc, metric, value, values, person, agent, agents, going, straight, in, their, them, which, what, any value, steps count, as well, being, each one, both, do, does, counted, calculated, up, deduction item, bonus item, no veto, no veto applies, without veto, without a veto, no knock-out",
    ),
  },
  word: {
    any: en(
      "critical error, critical errors, critical mistake, critical mistakes, critical failure, critical failures, non-critical, non-critical error, non-critical errors, non-critical item, non-critical items, noncritical, not critical, average handling, average handle, average talk, average wait, average response, average speed, mean handling, mean time, mean response, average time, average score, average of months, on time, on-time, up-to-date, first call, first-call, hang-up, follow-up, wrap-up, pass rate, fail rate, at work, for customers, for customer, with customers, on calls, mean of members, full-time, part-time, over time, score of, to customers, to the expert, to the customer, to the self-service, to the menu, no show, no-show, good practice, per cent of calls, good manners, from customers, with the customer, at the desk, from the customer, call answered, score card, scorecard",
    ),
  },
};
