import type { HostContext, HostObject } from "./host-object";
import type { QueryInfo } from "./protocol";

/** Requested properties by their typed path: `worksheet/name` is { worksheet: { name: {} } }. */
interface Wanted {
  [member: string]: Wanted;
}

const EVERYTHING = "*";

/** Answers `load`: the requested properties of an object or of a collection's items, by names on the wire. */
export function queryObject(object: HostObject, query: QueryInfo, host: HostContext): Record<string, unknown> {
  const wanted: Wanted = {};
  for (const path of query.Select ?? []) add(wanted, path.split("/"));
  for (const path of query.Expand ?? []) add(wanted, [...path.split("/"), EVERYTHING]);
  if (Object.keys(wanted).length === 0) add(wanted, [EVERYTHING]);
  return project(object, wanted, host, query.Skip ?? 0, query.Top);
}

function add(wanted: Wanted, path: readonly string[]): void {
  let level = wanted;
  for (const member of path) level = level[member] ??= {};
}

function project(
  object: HostObject,
  wanted: Wanted,
  host: HostContext,
  skip = 0,
  top?: number,
): Record<string, unknown> {
  const { type } = object;
  const items = type.items(object, host);
  if (!items) return members(object, wanted, host);
  const ofCollection = Object.keys(wanted).filter((member) => type.member(member)?.kind === "scalar");
  const ofItems = Object.fromEntries(Object.entries(wanted).filter(([member]) => !ofCollection.includes(member)));
  const result: Record<string, unknown> = {};
  for (const member of ofCollection) {
    const { name } = type.member(member)!;
    result[name] = type.get(object, name, host);
  }
  if (Object.keys(ofItems).length > 0) {
    const chosen = items.slice(skip, top === undefined ? undefined : skip + top);
    result["_Items"] = chosen.map((item) => members(item, ofItems, host));
  }
  return result;
}

function members(object: HostObject, wanted: Wanted, host: HostContext): Record<string, unknown> {
  const { type } = object;
  const result: Record<string, unknown> = {};
  const id = type.idOf(object, host);
  // Without an id, later batches of the library would address the items of a collection by their position.
  if (id !== undefined) result["Id"] = id;
  for (const [typed, deeper] of Object.entries(wanted)) {
    if (typed === EVERYTHING) {
      for (const name of type.readable()) result[name] = type.get(object, name, host);
      continue;
    }
    if (id !== undefined && typed.toLowerCase() === "id") continue;
    const member = type.member(typed);
    if (!member) throw type.lacks(typed);
    if (member.kind === "scalar") {
      result[member.name] = type.get(object, member.name, host);
      continue;
    }
    const child = type.child(object, member.name, host);
    const within = Object.keys(deeper).length > 0 ? deeper : { [EVERYTHING]: {} };
    result[member.name] = child && project(child, within, host);
  }
  return result;
}
