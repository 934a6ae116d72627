import { isHostObject, type HostContext, type HostObject, type HostResult } from "./host-object";
import {
  ACTION,
  HostError,
  PATH,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
} from "./protocol";
import { queryObject } from "./query";

/** Gives the root of the paths and the objects that serve as services. */
export interface Roots {
  root(): HostObject;
  service(name: string): HostObject | undefined;
}

/** One request of the library, carried out action by action. */
export class Batch {
  readonly #host: HostContext;
  readonly #roots: Roots;
  readonly #request: BatchRequest;
  /** A batch resolves each path once, because resolving a method path such as `worksheets.add` acts. */
  readonly #resolved = new Map<number, HostResult>();
  #location = "";

  constructor(host: HostContext, roots: Roots, request: BatchRequest) {
    this.#host = host;
    this.#roots = roots;
    this.#request = request;
  }

  /** Runs up to the first error. Earlier actions stay done, as in Excel. */
  run(onProblem: (error: unknown) => void): BatchResponse {
    const response: BatchResponse = { Results: [], TraceIds: [] };
    this.#request.Actions.forEach((action, index) => {
      if (response.Error) return;
      try {
        this.#location = "";
        const value = this.#perform(action);
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        // Any other error is a fault of the workbench. The add-in still gets an answer.
        if (!(error instanceof HostError)) onProblem(error);
        const known = error instanceof HostError ? error : new HostError("GeneralException", String(error));
        response.Error = {
          Code: known.code,
          Message: known.message,
          Location: this.#location,
          HttpStatusCode: known.status,
          ActionIndex: index,
        };
      }
    });
    return response;
  }

  #perform(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#identity(object);
      case ACTION.query:
        this.#at(object, "load");
        return { ...this.#reference(object), ...queryObject(object, action.QueryInfo ?? {}, this.#host) };
      case ACTION.method: {
        this.#at(object, action.Name);
        const result = this.#call(object, action.Name, this.#arguments(action.ArgumentInfo));
        return isHostObject(result) ? this.#identity(result) : (result ?? null);
      }
      case ACTION.setProperty:
        this.#at(object, action.Name);
        object.type.set(object, action.Name, this.#arguments(action.ArgumentInfo)[0], this.#host);
        return null;
      default:
        throw new HostError("NotImplemented", `The workbench has no action of type ${action.ActionType}`);
    }
  }

  #call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    if (name === "_KeepReference") {
      this.#host.references.keep(object);
      return undefined;
    }
    return object.type.call(object, name, args, this.#host);
  }

  #identity(object: HostObject): Record<string, unknown> {
    const id = object.type.idOf(object, this.#host);
    return { ...(id === undefined ? {} : { Id: id }), ...this.#reference(object) };
  }

  #reference(object: HostObject): Record<string, unknown> {
    return object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId };
  }

  #resolve(pathId: number): HostResult {
    const known = this.#resolved.get(pathId);
    if (known !== undefined) return known;
    const found = this.#follow(pathId);
    this.#resolved.set(pathId, found);
    return found;
  }

  #follow(pathId: number): HostResult {
    const path = this.#request.ObjectPaths[String(pathId)];
    if (!path) throw new HostError("InvalidArgument", `No object path ${pathId} in the request`);
    if (path.ObjectPathType === PATH.root) return this.#roots.root();
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.service) {
      const service = this.#roots.service(path.Name);
      if (!service) throw new HostError("NotImplemented", `The workbench has no service ${path.Name}`);
      return service;
    }
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.#host.references.find(path.Name);
      if (!kept) throw new HostError("InvalidReference", `No object is kept as ${path.Name}`);
      return kept;
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.#arguments(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PATH.property:
        this.#at(parent, path.Name);
        return parent.type.child(parent, path.Name, this.#host);
      case PATH.indexer:
        this.#at(parent, "getItem");
        return parent.type.item(parent, args[0], this.#host);
      case PATH.method: {
        this.#at(parent, path.Name);
        const result = this.#call(parent, path.Name, args);
        if (result !== null && !isHostObject(result)) {
          throw new Error(`${parent.type.name}.${path.Name} gave no object`);
        }
        return result;
      }
      default:
        throw new HostError("NotImplemented", `The workbench has no object path of type ${path.ObjectPathType}`);
    }
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    return this.#withObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  #withObjects(values: readonly unknown[], paths: unknown): unknown[] {
    return values.map((value, at) => {
      const path: unknown = Array.isArray(paths) ? paths[at] : undefined;
      if (Array.isArray(value) && Array.isArray(path)) return this.#withObjects(value, path);
      return typeof path === "number" && path !== 0 ? this.#resolve(path) : value;
    });
  }

  /** Names the member as the library shows it to developers, `WorksheetCollection.getItem`. */
  #at(object: HostObject, member: string): void {
    this.#location = `${object.type.name}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  }
}
