/** Alarms as the protocol knows them (protocol §1.8). */
export type AlarmId = "BackendConnectionRefuse" | "InternalError";
export type Alarm = { status: "ACTIVATED" | "CLEARED"; id: AlarmId; fields?: { detail: string } };

/** What has gone wrong at one copy of an engine, the last of each kind, until somebody takes note. */
export class Alarms {
  readonly #alarms = new Map<AlarmId, Alarm>();

  raise(id: AlarmId, detail: string) {
    this.#alarms.set(id, { status: "ACTIVATED", id, fields: { detail } });
  }
  /** It is over, and stays to be seen. */
  clear(id: AlarmId) {
    const alarm = this.#alarms.get(id);
    if (alarm) alarm.status = "CLEARED";
  }
  list(): Alarm[] {
    return [...this.#alarms.values()];
  }
  forget() {
    this.#alarms.clear();
  }
}
