import type { Events } from "./events";
import type { HostModel } from "./model";
import { HostError } from "./protocol";

/** What stands around the workbook. Excel refuses calls accordingly. */
export interface Surroundings {
  /** False while another workbook is in front. */
  inFront: boolean;
  /** True while a chart sheet is in front. */
  chartSheet: boolean;
  printer: boolean;
}

/** The environment of the API's objects. */
export interface HostContext {
  readonly surroundings: Readonly<Surroundings>;
  readonly model: HostModel;
  readonly events: Events;
  readonly references: References;
}

/** Objects that the add-in uses in later batches, by their ids. */
export class References {
  readonly #kept = new Map<string, HostObject>();
  #next = 1;

  keep(object: HostObject): void {
    object.referenceId ??= `${object.type.name}#${this.#next++}`;
    this.#kept.set(object.referenceId, object);
  }

  find(id: string): HostObject | undefined {
    return this.#kept.get(id);
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }

  get size(): number {
    return this.#kept.size;
  }
}

/** An object of the API on the wire: a class, with the data that identifies an instance. */
export interface HostObject {
  readonly type: HostClass;
  readonly self: unknown;
  referenceId?: string;
}

/** null stands for a null object, the answer of `getItemOrNullObject`. */
export type HostResult = HostObject | null;

export interface Scalar<Self> {
  readonly get?: (self: Self, host: HostContext) => unknown;
  readonly set?: (self: Self, value: unknown, host: HostContext) => void;
}

/** Members of one class by their names on the wire. Use of an unlisted member fails loudly. */
export interface ClassDefinition<Self> {
  readonly name: string;
  /** Sent whenever the object is instantiated or loaded. The library then addresses the object by it, and events name it as target. */
  readonly id?: (self: Self, host: HostContext) => string;
  readonly scalars?: Readonly<Record<string, Scalar<Self>>>;
  readonly children?: Readonly<Record<string, (self: Self, host: HostContext) => HostResult>>;
  /** A method gives an object, a plain value, or nothing. */
  readonly methods?: Readonly<Record<string, (self: Self, args: readonly unknown[], host: HostContext) => unknown>>;
  /** The result of `getItem(key)`. */
  readonly item?: (self: Self, key: unknown, host: HostContext) => HostObject;
  /** Makes the class a collection. */
  readonly items?: (self: Self, host: HostContext) => readonly HostObject[];
}

type ClassMembers<Self> = Omit<ClassDefinition<Self>, "name">;

class HostClass {
  private members: ClassMembers<never> | undefined;

  constructor(
    readonly name: string,
    members?: ClassMembers<never>,
  ) {
    this.members = members;
  }

  define(members: ClassMembers<never>): void {
    if (this.members) throw new Error(`The class ${this.name} is defined twice`);
    this.members = members;
  }

  private get definition(): ClassMembers<never> {
    if (!this.members) throw new Error(`The class ${this.name} is declared, but its file was not loaded`);
    return this.members;
  }

  idOf(object: HostObject, host: HostContext): string | undefined {
    return this.definition.id?.(object.self as never, host);
  }

  items(object: HostObject, host: HostContext): readonly HostObject[] | undefined {
    return this.definition.items?.(object.self as never, host);
  }

  item(object: HostObject, key: unknown, host: HostContext): HostObject {
    if (!this.definition.item) throw this.lacks("getItem");
    return this.definition.item(object.self as never, key, host);
  }

  child(object: HostObject, name: string, host: HostContext): HostResult {
    const child = own(this.definition.children, name);
    if (!child) throw this.lacks(name);
    return child(object.self as never, host);
  }

  call(object: HostObject, name: string, args: readonly unknown[], host: HostContext): unknown {
    const method = own(this.definition.methods, name);
    if (!method) throw this.lacks(name);
    return method(object.self as never, args, host);
  }

  set(object: HostObject, name: string, value: unknown, host: HostContext): void {
    const setter = own(this.definition.scalars, name)?.set;
    if (!setter) throw this.lacks(`${name} (set)`);
    setter(object.self as never, value, host);
  }

  get(object: HostObject, name: string, host: HostContext): unknown {
    const getter = own(this.definition.scalars, name)?.get;
    if (!getter) throw this.lacks(name);
    return getter(object.self as never, host);
  }

  /** Names of the loadable scalars. */
  readable(): readonly string[] {
    return Object.entries(this.definition.scalars ?? {}).flatMap(([name, scalar]) => (scalar.get ? [name] : []));
  }

  /** The name on the wire for a developer's spelling, `rowIndex` or `worksheet`. */
  member(typed: string): { readonly kind: "scalar" | "child"; readonly name: string } | undefined {
    const same = (name: string) => name.toLowerCase() === typed.toLowerCase();
    const scalar = this.readable().find(same);
    if (scalar) return { kind: "scalar", name: scalar };
    const child = Object.keys(this.definition.children ?? {}).find(same);
    return child === undefined ? undefined : { kind: "child", name: child };
  }

  lacks(member: string): HostError {
    return new HostError("NotImplemented", `The workbench has no ${this.name}.${member}`);
  }
}

export type ClassMaker<Self> = (self: Self) => HostObject;

/** Gives the maker of instances of a class. */
export function defineClass<Self>({ name, ...members }: ClassDefinition<Self>): ClassMaker<Self> {
  const type = new HostClass(name, members);
  return (self) => ({ type, self });
}

/** The maker of instances of a class whose members are defined in another file. */
export interface DeclaredClass<Self> extends ClassMaker<Self> {
  /** Defines the members, once. */
  readonly define: (members: ClassMembers<Self>) => void;
}

/** Declares a class by its name. API classes refer to each other in circles; this keeps their files out of circles. */
export function declareClass<Self>(name: string): DeclaredClass<Self> {
  const type = new HostClass(name);
  return Object.assign((self: Self): HostObject => ({ type, self }), {
    define: (members: ClassMembers<Self>): void => type.define(members),
  });
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && (value as HostObject).type instanceof HostClass;
}

/** The plain data of an instance of the named class. Undefined for other values. */
export function selfOf<Self>(value: unknown, className: string): Self | undefined {
  return isHostObject(value) && value.type.name === className ? (value.self as Self) : undefined;
}

// Members are data of the wire, so `constructor` must not be found on the prototype.
function own<T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}
