import type { Localised } from "../core/text/locale";
import type { Grid } from "./grid/grid";
import { createHost, isShown, REQUIREMENT_SETS } from "./host/create-host";
import { CustomFunctionCalls, type CustomFunctionCall, type CustomFunctionResult } from "./host/custom-functions";
import { messageRow } from "./host/protocol";
import { desktopSeam, type Seam } from "./seam/desktop";

export interface SessionOptions {
  readonly grid: Grid;
  readonly locale: () => string;
  readonly onRoundTrip: (sent: number, received: number) => void;
  readonly onFunctionCalls: (count: number) => void;
  /** The add-in asks to be shown or hidden. */
  readonly onPane: (visible: boolean) => void;
  readonly onProblem: (problem: Localised, cause: unknown) => void;
}

/** One life of the add-in's page, from one load to the next. */
export interface Session {
  readonly seam: Seam;
  call(calls: readonly CustomFunctionCall[]): Promise<readonly CustomFunctionResult[]>;
  /** Tells the add-in that the person has opened or closed its pane. */
  paneShown(visible: boolean): void;
  end(): void;
}

const HOST_FAULT: Localised = {
  en: "The workbench could not carry out something that the add-in asked for.",
  "zh-CN": "工作台未能执行加载项的某个请求。",
};

export function startSession(options: SessionOptions): Session {
  const { model } = options.grid;
  let alive = true;
  const calls = new CustomFunctionCalls((messages) => {
    options.onFunctionCalls(messages.length);
    if (!seam.send(messages.map(messageRow))) throw new Error("the add-in's page does not listen for function calls");
  });
  const host = createHost(model, {
    onMessages: (messages) => {
      if (alive) seam.send(messages.map(messageRow));
    },
    onProblem: (error) => options.onProblem(HOST_FAULT, error),
    onAppRuntimeState: (state) => options.onPane(isShown(state)),
    customFunctions: calls,
  });
  const seam: Seam = desktopSeam({
    locale: options.locale,
    workbookName: () => model.workbookName(),
    execute: (body) => host.execute(body),
    requirements: REQUIREMENT_SETS,
    settings: {
      read: () => new Map(model.settingKeys().map((key) => [key, JSON.stringify(model.setting(key))])),
      write: (values) => values.forEach((value, key) => model.setSetting(key, JSON.parse(value) as unknown)),
    },
    onRoundTrip: options.onRoundTrip,
    onProblem: options.onProblem,
  });

  return {
    seam,
    async call(wave) {
      await calls.ready;
      return new Promise((resolve) => {
        const results = new Array<CustomFunctionResult>(wave.length);
        let missing = wave.length;
        calls.invoke(wave, (index, result) => {
          results[index] = result;
          missing -= 1;
          if (missing === 0) resolve(results);
        });
      });
    },
    paneShown: (visible) => host.showPane(visible),
    end() {
      alive = false;
      host.close();
      seam.detach();
    },
  };
}
