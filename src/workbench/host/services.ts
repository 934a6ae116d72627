import { defineClass, type HostObject } from "./host-object";
import type { CustomFunctionCalls } from "./custom-functions";

export interface ServiceHooks {
  /** `Office.addin.showAsTaskpane()` and `hide()`: Visible or Background. */
  readonly onAppRuntimeState?: (state: string) => void;
  /** The add-in can take ribbon commands from now on. */
  readonly onActionsReady?: () => void;
  readonly customFunctions?: CustomFunctionCalls;
}

/** Objects that the library addresses by a name, not through the workbook. */
export function makeServices(hooks: ServiceHooks): ReadonlyMap<string, HostObject> {
  let state = "Visible";
  const internal = defineClass<undefined>({
    name: "AddinInternalService",
    methods: { NotifyActionHandlerReady: () => hooks.onActionsReady?.() },
  });
  const runtime = defineClass<undefined>({
    name: "AppRuntimeService",
    methods: {
      SetAppRuntimeState(_self, [wanted]) {
        state = String(wanted);
        hooks.onAppRuntimeState?.(state);
      },
      GetAppRuntimeState: () => state,
    },
  });
  const customFunctions = defineClass<undefined>({
    name: "CustomFunctions",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => hooks.customFunctions?.setReady(),
      // Larger result batches and shorter waits between them. Without these features, dependent calls take more than twice as long.
      _GetEnabledFeatures: () => [1, 2, 3, 4],
      SetInvocationArrayResults: (_self, [rows]) => hooks.customFunctions?.accept(rows),
    },
  });
  return new Map([
    ["Microsoft.InternalService.AddinInternalService", internal(undefined)],
    ["Microsoft.AppRuntime.AppRuntimeService", runtime(undefined)],
    ["Microsoft.ExcelServices.CustomFunctions", customFunctions(undefined)],
  ]);
}
