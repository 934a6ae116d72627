import type { CustomFunctionCall, CustomFunctionResult } from "../host/custom-functions";

/** Passes a whole wave of calls to the add-in's runtime. The answers have the order of the calls. */
export type CallFunctions = (calls: readonly CustomFunctionCall[]) => Promise<readonly CustomFunctionResult[]>;

export interface Waves<Place> {
  /** The result if it is known. Otherwise the call joins the next wave, and the place is evaluated again later. */
  lookUp(call: CustomFunctionCall, place: Place): CustomFunctionResult | undefined;
  /** Forgets every result, for another add-in or another flavour of the host. */
  forget(): void;
  /** True when no call is under way. */
  isIdle(): boolean;
}

const KEPT_RESULTS = 20_000;

/**
 * A cell of o-spreadsheet cannot wait for a promise. So a function looks up its result. If it is unknown, the call is queued and all queued
 * calls go out together. The asking cells are evaluated again once the answers arrive.
 *
 * Results are kept by name and arguments. A new value of a metric makes another key, so a stale result never shows.
 */
export function waves<Place>(call: CallFunctions, settled: (places: readonly Place[]) => void): Waves<Place> {
  const results = new Map<string, CustomFunctionResult>();
  const waiting = new Map<string, { call: CustomFunctionCall; places: Place[] }>();
  let queued = new Map<string, { call: CustomFunctionCall; places: Place[] }>();
  let generation = 0;

  async function send(): Promise<void> {
    const wave = [...queued];
    queued = new Map();
    for (const [key, entry] of wave) waiting.set(key, entry);
    const sentIn = generation;
    const answers = await answersTo(wave.map(([, entry]) => entry.call));
    if (sentIn !== generation) return;
    const places = wave.flatMap(([key, entry], index) => {
      waiting.delete(key);
      remember(key, answers[index]!);
      return entry.places;
    });
    settled(places);
  }

  async function answersTo(calls: readonly CustomFunctionCall[]): Promise<readonly CustomFunctionResult[]> {
    try {
      const answers = await call(calls);
      if (answers.length === calls.length) return answers;
      throw new Error(`${calls.length} calls were sent, ${answers.length} answered`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return calls.map(() => ({ error: "#VALUE!", message }));
    }
  }

  function remember(key: string, result: CustomFunctionResult): void {
    results.set(key, result);
    if (results.size <= KEPT_RESULTS) return;
    const oldest = results.keys().next();
    if (!oldest.done) results.delete(oldest.value);
  }

  return {
    lookUp(functionCall, place) {
      const key = `${functionCall.name}(${JSON.stringify(functionCall.args)})`;
      const known = results.get(key);
      if (known !== undefined) return known;
      const pending = waiting.get(key) ?? queued.get(key);
      if (pending !== undefined) {
        pending.places.push(place);
        return undefined;
      }
      if (queued.size === 0) setTimeout(() => void send(), 0);
      queued.set(key, { call: functionCall, places: [place] });
      return undefined;
    },
    forget() {
      generation += 1;
      results.clear();
      waiting.clear();
      queued = new Map();
    },
    isIdle: () => waiting.size === 0 && queued.size === 0,
  };
}
