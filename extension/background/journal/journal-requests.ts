import { parseCertificate } from "../../../src/certificate/parse.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import { suppliedObservation } from "../../../src/detection/supplied.ts";
import type { Head } from "../../../src/evidence/record.ts";
import { fromBase64 } from "../../../src/watchlist/base64.ts";
import type { Message } from "../../messages.ts";
import type { OwnListStore } from "../own-list-store.ts";
import type { Recorder } from "../recorder.ts";
import type { TabStore } from "../tab-store.ts";
import type { Journal } from "./journal.ts";
import { keepNetworkLabel } from "./network-label.ts";
import { forgetTrouble } from "./trouble.ts";

interface Parts {
  readonly tabs: TabStore;
  readonly recorder: Recorder;
  readonly ownList: OwnListStore;
  readonly journal: Journal;
}

type JournalMessage = Extract<
  Message,
  {
    type:
      | "choose-keeping"
      | "keep-session"
      | "close-journal-day"
      | "seal-journal"
      | "wipe-journal"
      | "dismiss-journal-trouble"
      | "label-network"
      | "keep-offered";
  }
>;

/** Answers what our own pages ask about the journal. */
export function journalRequests({ tabs, recorder, ownList, journal }: Parts) {
  const keepOffered = async ({ tabId, certificates }: Extract<JournalMessage, { type: "keep-offered" }>) => {
    const { offer } = await tabs.get(tabId);
    if (!offer) return false;
    const given = certificates.map((der) => parseCertificate(fromBase64(der)));
    const observation = suppliedObservation(given, null, Date.now());
    const assessment = await assess(observation, await ownList.watchlist(), NO_MEMORY);
    await recorder.keepOffer(tabId, offer, null, { certificates: given, assessment });
    return true;
  };

  return async (message: JournalMessage): Promise<boolean | Head | null> => {
    switch (message.type) {
      case "choose-keeping":
        return journal.choose(message.changes);
      case "keep-session":
        return journal.keepSession();
      case "close-journal-day":
        return journal.closeDay();
      case "seal-journal":
        return journal.seal();
      case "wipe-journal":
        return journal.wipe();
      case "dismiss-journal-trouble":
        return forgetTrouble().then(() => true);
      case "label-network":
        return keepNetworkLabel(message.label).then(() => true);
      case "keep-offered":
        return keepOffered(message);
    }
  };
}
