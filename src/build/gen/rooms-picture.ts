interface Room {
  readonly may: readonly string[];
}

type Rooms = Readonly<Record<string, Room>>;

/** Groups drawn around rooms, the inner one first. */
const GROUPS = ["core/scoring", "core"];

/**
 * The rooms as a Mermaid graph. A whole arrow leads to a room that may be imported, unless a longer way leads there too. A dotted arrow
 * leads to a room of which only single files may be imported.
 */
export function roomsPicture(rooms: Rooms): string {
  const names = Object.keys(rooms);
  const idOf = (name: string): string => name.replace(/\W/g, "_");
  const label = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
  const within = (group: string | undefined): string[] =>
    names.filter((name) => GROUPS.find((each) => name.startsWith(`${each}/`)) === group);
  const nodes = (group: string | undefined, indent: string): string[] =>
    within(group).map((name) => `${indent}${idOf(name)}["${label(name)}"]`);
  const arrows = names.flatMap((name) =>
    directOf(name, rooms).map(([to, line]) => `  ${idOf(name)} ${line} ${idOf(to)}`),
  );
  return [
    "graph TD",
    '  subgraph core["core"]',
    '    subgraph core_scoring["scoring"]',
    ...nodes("core/scoring", "      "),
    "    end",
    ...nodes("core", "    "),
    "  end",
    ...nodes(undefined, "  "),
    ...arrows,
  ].join("\n");
}

/** The room behind a name of the allow-list: the room itself, or the one that holds a single file. */
const roomOf = (name: string, rooms: Rooms): string =>
  name in rooms ? name : Object.keys(rooms).find((room) => name.startsWith(`${room}/`))!;

/** The arrows of a room: their targets and their lines. */
function directOf(name: string, rooms: Rooms): readonly (readonly [to: string, line: string])[] {
  const whole = rooms[name]!.may.filter((each) => each in rooms);
  const parts = rooms[name]!.may.filter((each) => !(each in rooms)).map((each) => roomOf(each, rooms));
  const reached = new Set(whole.flatMap((each) => [...reachOf(each, rooms)]));
  return [
    ...whole.filter((each) => !reached.has(each)).map((to) => [to, "-->"] as const),
    ...[...new Set(parts)].filter((each) => !whole.includes(each)).map((to) => [to, "-.->"] as const),
  ];
}

/** All other rooms that whole arrows reach from a room. */
function reachOf(name: string, rooms: Rooms, found = new Set<string>()): ReadonlySet<string> {
  for (const next of rooms[name]!.may) {
    if (!(next in rooms) || found.has(next)) continue;
    found.add(next);
    reachOf(next, rooms, found);
  }
  return found;
}
