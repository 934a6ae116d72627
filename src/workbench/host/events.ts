import type { HostModel, ModelChange } from "./model";
import { quoteSheet } from "../../core/cell/place";
import { formatRect } from "./rects";
import type { RichApiMessage } from "./protocol";

const EVENT_CATEGORY = 65536;

/** Target of events that are registered on a collection. */
export const WORKBOOK_TARGET = "Workbook";

/** Event types of the library. They are the same for a sheet and for the collection of sheets. */
export const EVENT = { changed: 10, activated: 11, selectionChanged: 14 } as const;
export const COLLECTION_EVENT = { ...EVENT, added: 13, deleted: 15 } as const;

export const WORKBOOK_ACTIVATED = 2203;
const RUNTIME_VISIBILITY = 65539;
export const TABLE_EVENT = { added: 102, deleted: 103 } as const;

/** Turns changes of the model into events for the add-in's handlers. */
export class Events {
  readonly #registered = new Map<string, number>();
  readonly #model: HostModel;
  #pending: RichApiMessage[] = [];
  #byAddIn = false;
  #nextId = 1;
  /** Stops listening to the model. */
  readonly close: () => void;

  /** `onPending` is called when there are events to take. The caller decides when to send them. */
  constructor(model: HostModel, onPending: () => void) {
    this.#model = model;
    this.close = model.onChange((change) => {
      const before = this.#pending.length;
      this.#note(change);
      if (this.#pending.length > before && !this.#byAddIn) onPending();
    });
  }

  register(type: number, target: string): void {
    const key = `${type}/${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type}/${target}`;
    const left = (this.#registered.get(key) ?? 0) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }

  /** Marks changes during `work` as made by the add-in itself. */
  whileAddInActs<T>(work: () => T): T {
    this.#byAddIn = true;
    try {
      return work();
    } finally {
      this.#byAddIn = false;
    }
  }

  workbookActivated(): void {
    this.#send(WORKBOOK_ACTIVATED, WORKBOOK_TARGET, {});
  }

  /** The library listens for it without registering. */
  runtimeVisibility(visible: boolean): void {
    this.#push(RUNTIME_VISIBILITY, "", { visibility: visible ? "Visible" : "Hidden" });
  }

  take(): RichApiMessage[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }

  #note(change: ModelChange): void {
    const worksheetId = change.sheetId;
    const shared = { worksheetId, source: "Local" };
    switch (change.kind) {
      case "cells":
        return this.#fire(EVENT.changed, worksheetId, {
          ...shared,
          address: formatRect(change.rect),
          changeType: "RangeEdited",
          triggerSource: this.#byAddIn ? "ThisLocalAddin" : "Unknown",
          shiftDirection: "None",
        });
      case "selection": {
        const sheet = this.#model.sheets().find(({ id }) => id === worksheetId);
        const address = `${quoteSheet(sheet?.name ?? "")}!${formatRect(change.rect)}`;
        return this.#fire(EVENT.selectionChanged, worksheetId, { worksheetId, address });
      }
      case "sheet-activated":
        return this.#fire(EVENT.activated, worksheetId, { worksheetId });
      case "sheet-added":
        return this.#fire(COLLECTION_EVENT.added, worksheetId, shared);
      case "sheet-deleted":
        return this.#fire(COLLECTION_EVENT.deleted, worksheetId, shared);
      case "table-added":
      case "table-deleted": {
        const type = change.kind === "table-added" ? TABLE_EVENT.added : TABLE_EVENT.deleted;
        return this.#fire(type, worksheetId, { ...shared, tableId: change.tableId ?? "" });
      }
      case "sheet-renamed":
        return undefined;
    }
  }

  #fire(messageType: number, sheetId: string, args: object): void {
    for (const targetId of [sheetId, WORKBOOK_TARGET]) this.#send(messageType, targetId, args);
  }

  #send(messageType: number, targetId: string, args: object): void {
    if (this.#registered.has(`${messageType}/${targetId}`)) this.#push(messageType, targetId, args);
  }

  #push(messageType: number, targetId: string, args: object): void {
    this.#pending.push({
      messageCategory: EVENT_CATEGORY,
      messageType,
      targetId,
      message: JSON.stringify(args),
      id: `event${this.#nextId++}`,
      isRemoteOverride: false,
    });
  }
}
