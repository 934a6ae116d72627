/** The batch of the Rich API as the genuine library sends it, and the answer that it expects. Names are those on the wire. */

export const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the object path that it stands for, or 0 for a plain value. Nested like the argument itself. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** Lets the library quote the failed statement. */
  readonly ActionIndex: number;
}

export interface BatchResponse {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: BatchError;
}

const STATUS = {
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidReference: 400,
  AccessDenied: 403,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
  UnsupportedSheet: 400,
} as const;

export type HostErrorCode = keyof typeof STATUS;

/** The refusal of a request that Excel would refuse. The add-in gets it as an OfficeExtension.Error. */
export class HostError extends Error {
  readonly status: number;

  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
    this.status = STATUS[code];
  }
}

/** A message to the add-in on the richApiMessage channel: an event, or a call of a custom function. */
export interface RichApiMessage {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
  readonly isRemoteOverride: boolean;
}

/** The same message as the array of Excel's message channels. */
export function messageRow(entry: RichApiMessage): unknown[] {
  return [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id, entry.isRemoteOverride];
}
