import { quickImpact, worksheetImpact } from "@/lib/domain/impact/worksheet-impact";
import type { EngineReply, EngineRequest } from "./protocol";

/** The engine beside the page: the same pure functions as on the server, where they hold up nobody's typing. */
const post = (reply: EngineReply) => self.postMessage(reply);

self.addEventListener("message", ({ data: { id, input } }: MessageEvent<EngineRequest>) => {
  try {
    post({ id, impact: quickImpact(input), isFinal: false });
    post({ id, impact: worksheetImpact(input), isFinal: true });
  } catch (error) {
    post({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
