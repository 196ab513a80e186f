import * as v from "valibot";
import { VERDICTS, type Verdict } from "../../../src/detection/verdict.ts";
import { StoredValue } from "../stored-value.ts";

const Session = v.strictObject({
  /** The worst that a notification has told on this network, and on which day, such as "2026-11-22". */
  notified: v.nullable(v.strictObject({ day: v.string(), verdict: v.picklist(VERDICTS) })),
  /** Hosts to which the user has gone on, each with what it is bound to. */
  allowed: v.array(v.string()),
  /** Whose key was met on this network, so that the default targets are stopped; null while they are not. */
  targetsStopped: v.nullable(v.strictObject({ authority: v.nullable(v.string()) })),
  /** Default targets that the user let through on this network. */
  targetsAllowed: v.array(v.string()),
});
type Session = v.InferOutput<typeof Session>;

const NEW: Session = { notified: null, allowed: [], targetsStopped: null, targetsAllowed: [] };

/** What has been told and allowed since the browser was started. Windows of the two kinds know nothing of each other's permissions. */
export class AlertSession {
  private readonly stored = new StoredValue("session", "alerts", Session, NEW);

  /** The worst that was told today on this network. */
  async notified(): Promise<Verdict | null> {
    const { notified } = await this.stored.get();
    return notified?.day === today() ? notified.verdict : null;
  }

  async setNotified(verdict: Verdict): Promise<void> {
    await this.stored.update((session) => ({ ...session, notified: { day: today(), verdict } }));
  }

  async isAllowed(host: string, binding: string, isPrivate: boolean): Promise<boolean> {
    return (await this.stored.get()).allowed.includes(permission(host, binding, isPrivate));
  }

  async allow(host: string, binding: string, isPrivate: boolean): Promise<void> {
    const given = permission(host, binding, isPrivate);
    await this.stored.update((session) => ({
      ...session,
      allowed: [...session.allowed.filter((other) => other !== given), given],
    }));
  }

  /** The default targets that are stopped, and whose key was met; null while none are. */
  async targets(): Promise<{ readonly authority: string | null; readonly allowed: readonly string[] } | null> {
    const { targetsStopped, targetsAllowed } = await this.stored.get();
    return targetsStopped && { ...targetsStopped, allowed: targetsAllowed };
  }

  /** @returns whether they were not stopped before. */
  async stopTargets(authority: string | null): Promise<boolean> {
    if ((await this.stored.get()).targetsStopped) return false;
    await this.stored.update((session) => ({ ...session, targetsStopped: { authority } }));
    return true;
  }

  async allowTarget(target: string): Promise<void> {
    await this.stored.update((session) => ({ ...session, targetsAllowed: [...session.targetsAllowed, target] }));
  }

  /** There was a sign of another network: what holds for a network holds no more. */
  async forgetNetwork(): Promise<void> {
    await this.stored.update(({ allowed }) => ({ ...NEW, allowed }));
  }
}

const permission = (host: string, binding: string, isPrivate: boolean) =>
  JSON.stringify([host, binding, ...(isPrivate ? ["private"] : [])]);

const today = () => new Date().toLocaleDateString("sv");
