import type { RawCell } from "../cell/cell";
import type { NameKind, Role } from "./names";
import { meaningsOf } from "./names";
import { areIds, areNumbers, arePeriods, areWords } from "./values";

/** What the columns of a table mean in a role. */
export interface Meaning {
  readonly role: Role;
  readonly columns: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, NameKind>>;
  /** Columns whose header could mean the same: a person must say which one is meant. */
  readonly doubts: readonly { readonly id: string; readonly columns: readonly number[] }[];
  /** Columns with a header that names nothing of the contract. */
  readonly others: readonly number[];
}

const STRENGTH: Readonly<Record<NameKind, number>> = { own: 0, other: 1, bare: 2 };

const FITS: Readonly<Record<string, (cells: readonly RawCell[]) => boolean>> = {
  agentId: areIds,
  name: areWords,
  indicator: areWords,
  section: areWords,
  rule: areWords,
  contact: (cells) => !areWords(cells),
  period: arePeriods,
  date: arePeriods,
};

const fits = (id: string, cells: readonly RawCell[]): boolean => (FITS[id] ?? ((own) => !areNumbers(own)))(cells);

/** Reads the headers of a table for a role. Names that say little by themselves count where the values agree. */
export function readMeaning(
  role: Role,
  headers: readonly string[],
  sample: (column: number) => readonly RawCell[],
): Meaning {
  const claims = new Map<string, { readonly column: number; readonly kind: NameKind }[]>();
  headers.forEach((header, column) => {
    if (header === "") return;
    for (const { id, kind } of meaningsOf(role, header)) {
      if (kind === "bare" && !fits(id, sample(column))) continue;
      claims.set(id, [...(claims.get(id) ?? []), { column, kind }]);
      return;
    }
  });
  const columns: Record<string, number> = {};
  const kinds: Record<string, NameKind> = {};
  const doubts: { id: string; columns: readonly number[] }[] = [];
  for (const [id, own] of claims) {
    const best = own.reduce((one, other) => (STRENGTH[other.kind] < STRENGTH[one.kind] ? other : one));
    columns[id] = best.column;
    kinds[id] = best.kind;
    const rivals = own.filter(({ kind }) => kind === best.kind);
    if (rivals.length > 1 && best.kind !== "own") doubts.push({ id, columns: rivals.map(({ column }) => column) });
  }
  const taken = new Set(Object.values(columns));
  const others = headers.flatMap((header, column) => (header === "" || taken.has(column) ? [] : [column]));
  return { role, columns, kinds, doubts, others };
}
