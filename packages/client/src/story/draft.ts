import type { DraftDocument, StoryState, TextDigest } from "@ownwords/consent";
import type { SealedText } from "@ownwords/sealing";
import { openOwnText, sealOwnText, sign } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { assertFits, toSend } from "../documents.ts";
import { statementOf } from "../signing.ts";
import { ClientError } from "../wire.ts";
import { type Device, noticeOf } from "./device.ts";

const draftIn = (state: StoryState): TextDigest | null =>
  state.texts.find(({ kind }) => kind === "draft")?.digest ?? null;

/** Writing and sending. */
export function createDraft(device: Device) {
  const { wire, keys, id, salt, load, trust, send, toHer } = device;
  /** The draft that the next one replaces; undefined while nobody has looked. */
  let last: TextDigest | null | undefined;
  /** The draft as this device saved it or showed it. Nothing else is ever sent. */
  let inHand: DraftDocument | undefined;

  const read = async (digest: TextDigest): Promise<DraftDocument> => {
    const { sealed } = await wire.call("text", { story: id, digest });
    const opened = openOwnText(sealed as SealedText, keys, digest);
    if (!opened.ok) throw new ClientError("not-verified");
    return opened.document as DraftDocument;
  };

  return {
    /**
     * Saves the draft, sealed to herself. It is "saved" when this resolves, and not before.
     * @throws ClientError `too-long`, `draft-moved-on` when another device saved since
     */
    saveDraft: async (draft: DraftDocument): Promise<TextDigest> => {
      assertFits(draft);
      if (last === undefined) {
        const known = (await wire.call("space", {})).stories.some(({ story }) => story === id);
        last = known ? draftIn((await load()).state) : null;
      }
      const text = sealOwnText(draft, keys);
      const { digest } = await wire.call("saveDraft", {
        story: id,
        verifyKey: keys.signing.verifyKey,
        sealingKey: keys.sealing.sealingKey,
        salt,
        sealed: text.sealed,
        box: toHer(text).box,
        previous: last,
      });
      // Saved is what the service says is saved, by the digest of these very words.
      if (digest !== text.digest) throw new ClientError("not-understood");
      last = digest;
      inHand = draft;
      return digest;
    },

    /** The saved draft; null when there is none. */
    draft: async (): Promise<DraftDocument | null> => {
      last = draftIn((await load()).state);
      inHand = last === null ? undefined : await read(last);
      return inHand ?? null;
    },

    /**
     * Sends the draft that this device saved or showed, without the passages that she never shares.
     * @throws ClientError `draft-moved-on` when another was saved since, `nothing-to-decide` when none was looked at
     */
    send: async ({ alone = true } = {}) => {
      const [{ state }, { today, directory, redactorKey }] = await Promise.all([load(), trust()]);
      if (!redactorKey) throw new ClientError("redactor-key-refused");
      if (inHand === undefined) throw new ClientError("nothing-to-decide");
      if (draftIn(state) !== last) throw new ClientError("draft-moved-on");
      const document = toSend(inHand);
      const text = sealText({ document, kind: "sent", of: id, producer: "author" });
      const { digest } = text;
      const toRedactor = {
        text: digest,
        to: "redactor",
        lock: "one",
        permission: null,
        key: redactorKey.id,
        box: grantTo(text.key, digest, redactorKey.sealingKey),
      } as const;
      const fields = {
        story: id,
        digest,
        mode: "service",
        redactorKey: redactorKey.id,
        alone,
        notice: noticeOf(directory),
      } as const;
      return send(today.date, (day) => ({
        signed: sign(statementOf("sent", day, fields), keys.signing.secret),
        texts: [text.sealed],
        grants: [toHer(text), toRedactor],
      }));
    },
  };
}
