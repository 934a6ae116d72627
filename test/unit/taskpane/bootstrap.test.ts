/** @jest-environment jsdom */

const showPane = jest.fn();
jest.mock("../../../src/taskpane/pane", () => ({
  get showPane() {
    return showPane;
  },
}));

interface FakeOffice {
  onReady?: () => Promise<{ host: string | null; addin?: { visibilityMode: string } }>;
  addin?: {
    showAsTaskpane?: () => Promise<void>;
    onVisibilityModeChanged?: (handler: (message: { visibilityMode: string }) => void) => Promise<() => Promise<void>>;
  };
  actions?: { associate: (name: string, action: (event: { completed(): void }) => Promise<void>) => void };
}

const page = globalThis as unknown as { Office?: FakeOffice };

/** Loads an entry anew, like a page, and lets its promises run. */
async function load(entry: "taskpane" | "commands"): Promise<void> {
  await jest.isolateModulesAsync(async () => {
    await (entry === "taskpane" ? import("../../../src/taskpane/index") : import("../../../src/commands/index"));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise((done) => setTimeout(done, 0));
  });
}

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  showPane.mockReset();
});

afterEach(() => {
  delete page.Office;
});

describe("the page of the pane", () => {
  it("shows the pane in Excel", async () => {
    page.Office = { onReady: async () => ({ host: "Excel" }) };
    await load("taskpane");
    expect(showPane).toHaveBeenCalledWith(document.getElementById("root"));
  });

  describe("in a runtime that formulas started without the pane", () => {
    /** Starts hidden. Returns the report that Excel gives when the pane comes or goes. */
    async function hidden(): Promise<(visibilityMode: string) => Promise<void>> {
      let report: ((message: { visibilityMode: string }) => void) | undefined;
      page.Office = {
        onReady: async () => ({ host: "Excel", addin: { visibilityMode: "Hidden" } }),
        addin: {
          async onVisibilityModeChanged(handler) {
            report = handler;
            return async () => undefined;
          },
        },
      };
      await load("taskpane");
      expect(showPane).not.toHaveBeenCalled();
      return async (visibilityMode) => {
        report!({ visibilityMode });
        await new Promise((done) => setTimeout(done, 20));
      };
    }

    it("loads nothing and asks nothing of the workbook until the pane is in sight, and shows it once", async () => {
      const report = await hidden();
      await report("Hidden");
      expect(showPane).not.toHaveBeenCalled();
      await report("Taskpane");
      await report("Hidden");
      await report("Taskpane");
      expect(showPane).toHaveBeenCalledTimes(1);
    });

    it("does not stay blank if a report is missing: a person's hand on it counts", async () => {
      await hidden();
      window.dispatchEvent(new Event("pointermove"));
      await new Promise((done) => setTimeout(done, 20));
      expect(showPane).toHaveBeenCalledTimes(1);
    });

    it("shows the pane in an Excel that reports nothing", async () => {
      page.Office = {
        onReady: async () => ({ host: "Excel", addin: { visibilityMode: "Hidden" } }),
        addin: { onVisibilityModeChanged: () => Promise.reject(new Error("not supported")) },
      };
      await load("taskpane");
      expect(showPane).toHaveBeenCalledTimes(1);
    });
  });

  it.each([
    ["office.js finds no host", { onReady: async () => ({ host: null }) }],
    ["office.js did not load", undefined],
  ])("says plainly where it runs when %s", async (_, office) => {
    if (office) page.Office = office;
    await load("taskpane");
    expect(showPane).not.toHaveBeenCalled();
    expect(document.querySelector("h1")).toHaveTextContent("QA Scorecard runs inside Excel");
    expect(document.body).toHaveTextContent("workbench");
  });
});

describe("the ribbon command", () => {
  async function associated(addin: FakeOffice["addin"]) {
    const actions = new Map<string, (event: { completed(): void }) => Promise<void>>();
    page.Office = {
      onReady: async () => ({ host: "Excel" }),
      ...(addin && { addin }),
      actions: { associate: (name, action) => actions.set(name, action) },
    };
    await load("commands");
    return actions;
  }

  it("is associated under the name in the manifest, shows the pane and completes", async () => {
    const showAsTaskpane = jest.fn(async () => undefined);
    const actions = await associated({ showAsTaskpane });
    const completed = jest.fn();
    await actions.get("checkRubric")!({ completed });
    expect(showAsTaskpane).toHaveBeenCalledTimes(1);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("completes also when the pane cannot be shown", async () => {
    const actions = await associated({ showAsTaskpane: () => Promise.reject(new Error("refused")) });
    const completed = jest.fn();
    await expect(actions.get("checkRubric")!({ completed })).rejects.toThrow("refused");
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("does nothing without a host", async () => {
    await expect(load("commands")).resolves.toBeUndefined();
  });
});

describe("what the ribbon asks of the pane", () => {
  it("waits for the pane, is taken once, and reaches a pane that is there at once", async () => {
    const { askPane, onPaneRequest } = await import("../../../src/taskpane/request");
    askPane("check");
    const first = jest.fn();
    const stop = onPaneRequest(first);
    expect(first).toHaveBeenCalledTimes(1);
    askPane("check");
    expect(first).toHaveBeenCalledTimes(2);
    stop();
    const second = jest.fn();
    onPaneRequest(second)();
    expect(second).not.toHaveBeenCalled();
  });
});
