import { anAdrInput } from "@/lib/domain/adr/builders";
import { composeAdr } from "@/lib/domain/adr/compose-adr";
import { type Answers, answersSchema } from "@/lib/domain/answers/schema";
import { decide } from "@/lib/domain/engine/decide";
import { evaluate } from "@/lib/domain/engine/evaluate";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { recordEvaluation } from "@/lib/domain/record/record-evaluation";
import { WAGTAIL_SAMPLE } from "@/lib/domain/sample/wagtail";
import { renderAdrPdf } from "@/lib/server/adr/render-pdf";
import { documentMessages } from "@/lib/server/messages";
import { measureTeam } from "./engine-growth";
import { atMost, type Row } from "./row";
import { quantile, timed } from "./samples";

/** The engine and the document, both on the sample decision and the full catalogue, in this process. */
export async function measureEngine(): Promise<Row[]> {
  const answers = sampleAnswers();
  const decisions = await timed(() => decide(answers), { times: 200, warm: 30, seconds: 20 });
  const trails = await timed(() => evaluate({ answers }, { flips: false }), { times: 200, warm: 30, seconds: 20 });
  const evaluations = await timed(() => evaluate({ answers }), { times: 200, warm: 30, seconds: 20 });
  const evaluation = recordEvaluation({ request: { answers }, evaluation: evaluate({ answers }), survival: null });
  const input = anAdrInput(documentMessages("en"), { record: { evaluation } });
  const render = async () => {
    const document = composeAdr(input);
    await renderAdrPdf({
      document,
      messages: documentMessages("en"),
      recordText: canonicalise(input.record),
      approvalsText: "[]",
      createdAt: "2026-11-20T14:05:00.000Z",
    });
  };
  const documents = await timed(render, { times: 10, warm: 2, seconds: 20 });
  return [
    atMost("All systems decided, median", { value: quantile(decisions, 0.5), unit: "ms", limit: 5 }),
    atMost("All systems evaluated, with trail and ways back, median", { value: quantile(trails, 0.5), unit: "ms", limit: 5 }),
    atMost("The same with every flip, median", { value: quantile(evaluations, 0.5), unit: "ms", limit: 20 }),
    ...(await measureTeam(answers)),
    atMost("ADR as PDF, warm, median", { value: quantile(documents, 0.5), unit: "ms", limit: 400 }),
  ];
}

/** The frame and the first member's answers of the sample, nested as the engine takes them. */
function sampleAnswers(): Answers {
  const { frame, members } = WAGTAIL_SAMPLE;
  const nested = structuredClone(frame) as Record<string, unknown>;
  for (const [path, answer] of Object.entries(members[0].answers)) if ("value" in answer) put(nested, path.split("."), answer.value);
  return answersSchema.parse(nested);
}

function put(target: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown) {
  if (rest.length === 0) target[key] = value;
  else {
    target[key] ??= {};
    put(target[key] as Record<string, unknown>, rest, value);
  }
}
