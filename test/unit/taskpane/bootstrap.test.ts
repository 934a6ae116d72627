/** @jest-environment jsdom */

const showPane = jest.fn();
jest.mock("../../../src/taskpane/pane", () => ({
  get showPane() {
    return showPane;
  },
}));

interface FakeOffice {
  onReady?: () => Promise<{ host: string | null }>;
  addin?: { showAsTaskpane: () => Promise<void> };
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
