/** The cost of one person's action on the way between the add-in and its host. */
export interface ActionTraffic {
  readonly label: string;
  readonly roundTrips: number;
  /** Bytes of the add-in's requests and of the host's answers, as UTF-8. */
  readonly sent: number;
  readonly received: number;
  /** Custom functions called for cells. */
  readonly calls: number;
}

export interface Traffic {
  /** Counts later traffic for this action. */
  begin(label: string): void;
  roundTrip(sent: number, received: number): void;
  functionCalls(count: number): void;
  reset(): void;
  /** Actions with traffic, newest first. */
  actions(): readonly ActionTraffic[];
  total(): ActionTraffic;
  onChange(listener: () => void): void;
}

const KEPT_ACTIONS = 50;
const NOTHING: Omit<ActionTraffic, "label"> = { roundTrips: 0, sent: 0, received: 0, calls: 0 };

export function traffic(firstLabel: string): Traffic {
  let current: ActionTraffic = { label: firstLabel, ...NOTHING };
  let done: ActionTraffic[] = [];
  let total: ActionTraffic = { label: "", ...NOTHING };
  const listeners: (() => void)[] = [];

  function add(roundTrips: number, sent: number, received: number, calls: number): void {
    const plus = (old: ActionTraffic): ActionTraffic => ({
      label: old.label,
      roundTrips: old.roundTrips + roundTrips,
      sent: old.sent + sent,
      received: old.received + received,
      calls: old.calls + calls,
    });
    current = plus(current);
    total = plus(total);
    listeners.forEach((listener) => listener());
  }

  const isEmpty = (action: ActionTraffic) => action.roundTrips === 0 && action.calls === 0;

  return {
    begin(label) {
      if (!isEmpty(current)) done = [current, ...done].slice(0, KEPT_ACTIONS);
      current = { label, ...NOTHING };
    },
    roundTrip: (sent, received) => add(1, sent, received, 0),
    functionCalls: (count) => add(0, 0, 0, count),
    reset() {
      current = { label: current.label, ...NOTHING };
      done = [];
      total = { label: "", ...NOTHING };
      listeners.forEach((listener) => listener());
    },
    actions: () => (isEmpty(current) ? done : [current, ...done]),
    total: () => total,
    onChange: (listener) => void listeners.push(listener),
  };
}
