"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "@/components/ui/copy-text";
import { announce } from "@/components/ui/live-region";
import { useOwnPlace } from "@/components/workshop/use-own-place";
import { useUndoText } from "@/components/workshop/use-undo-text";
import { areShortcutsOn } from "@/lib/client/commands/shortcut-setting";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { revealWish } from "@/lib/client/worksheet/reveal-wish";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { screenHref } from "@/lib/client/workshop/screen-href";
import { undoOffer } from "@/lib/client/workshop/undo";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { isElsewhere, placeOf, pointerTo } from "@/lib/domain/workshop/pointer";
import { files, routes } from "@/lib/routes";
import { CheatSheet } from "./cheat-sheet";
import { CommandMenu } from "./command-menu";
import { type Command, type EarlyKeys, isInField, stepAfter } from "./commands";
import { openTopic, stepToTopic } from "./topic-steps";

type Props = { worksheet: WorksheetView; current: string /** What was pressed before this was here. */; early: EarlyKeys };

const TIMER_S = 300;
const PREFIX_MS = 1_500;

/** Everything that can be done by keyboard from anywhere: a menu of words, single letters, and the sheet that lists them. */
export function CommandCenter({ worksheet, current, early }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const links = useKeptLinks(worksheet.id);
  const act = useWorkshopAct(worksheet.id);
  const workshop = useWorkshop(worksheet.id);
  const undoText = useUndoText();
  const own = useOwnPlace(current);
  const [open, setOpen] = useState<"menu" | "sheet" | null>(null);
  const prefix = useRef(0);
  const { data: recent } = useQuery({ ...worksheetQueries.recent(), enabled: open === "menu" });
  const others = (recent?.worksheets ?? []).filter(({ worksheetId, isArchived }) => worksheetId !== worksheet.id && !isArchived);
  const commands = listCommands();
  const run = (key: string) => commands.find((command) => command.key === key)?.run();

  const press = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setOpen((known) => (known === "menu" ? null : "menu"));
      return;
    }
    // In a field the browser's own undo is meant.
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isInField(event)) {
      event.preventDefault();
      return takeBack();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) return sayDone(event);
    if (open !== null || event.ctrlKey || event.metaKey || event.altKey || isInField(event) || !areShortcutsOn()) return;
    if (event.key === "?") return setOpen("sheet");
    if (event.key === "Enter" && openTopic(event.target)) return event.preventDefault();
    const isSecond = Date.now() - prefix.current < PREFIX_MS;
    prefix.current = event.key === "g" ? Date.now() : 0;
    if (isSecond) run(`g ${event.key}`);
    else if (event.key !== "g") run(event.key);
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    early.isTaken = true;
    for (const event of early.events.splice(0)) latest.current(event);
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", listen);
    return () => {
      early.isTaken = false;
      document.removeEventListener("keydown", listen);
    };
  }, [early]);

  return (
    <>
      {open === "menu" ? <CommandMenu commands={commands} onClose={() => setOpen(null)} /> : null}
      {open === "sheet" ? <CheatSheet commands={commands} onClose={() => setOpen(null)} /> : null}
    </>
  );

  function listCommands(): Command[] {
    const { id, you } = worksheet;
    const offer = undoOffer.get();
    const go = (href: string) => () => router.push(href);
    const step = (by: 1 | -1) => () => {
      if (!stepToTopic(by)) router.push(stepAfter({ id, current, by }));
    };
    const question = (key: string, screen: (typeof QUESTION_IDS)[number]): Command => ({
      key,
      label: t("commands.go", { screen: t(`common.questions.${screen}`) }),
      run: go(routes.step(id, screen)),
    });
    const result = (key: string, screen: "differences" | "shortlist" | "costs" | "decision" | "sign" | "converge"): Command => ({
      key,
      label: t("commands.go", { screen: t(`common.screens.${screen}`) }),
      run: go(routes[screen](id)),
    });
    const all: (Command | false)[] = [
      ...(you.role === "facilitator" || you.role === "member"
        ? QUESTION_IDS.map((screen, index) => question(`g ${index + 1}`, screen))
        : []),
      result("g d", "differences"),
      result("g s", "shortlist"),
      result("g c", "costs"),
      result("g p", "converge"),
      result("g a", "decision"),
      result("g f", "sign"),
      { key: "g o", label: t("commands.go", { screen: t("common.screens.lobby") }), run: go(routes.worksheet(id)) },
      { key: "j", label: t("commands.next"), run: step(1) },
      { key: "k", label: t("commands.previous"), run: step(-1) },
      you.role === "facilitator" && links.member !== undefined && { key: "l", label: t("commands.copy"), run: () => void copyLink() },
      you.role === "facilitator" && {
        key: "t",
        label: t("commands.timer"),
        run: () => act.mutate({ path: "timer", body: { action: "start", seconds: TIMER_S } }),
      },
      ...teamCommands(),
      you.role === "facilitator" && !worksheet.isRevealed && { key: "r", label: t("commands.reveal"), run: reveal },
      { key: "", label: t("commands.theme"), run: () => setColorScheme(colorScheme === "dark" ? "light" : "dark") },
      { key: "", label: t("commands.screen"), run: () => void window.open(routes.screen(id), "_blank", "noopener") },
      { key: "", label: t("commands.settings"), run: go(routes.settings(id)) },
      worksheet.isRevealed && { key: "", label: t("commands.export"), run: () => window.location.assign(files.answersCsv(id)) },
      { key: "", label: t("commands.home"), run: go(routes.home()) },
      ...others.map(({ worksheetId, title }) => ({
        key: "",
        id: worksheetId,
        label: t("commands.openOther", { title }),
        run: go(routes.worksheet(worksheetId)),
      })),
      { key: "?", label: t("commands.sheet"), run: () => setOpen("sheet") },
      offer !== null && { key: "", label: t("commands.undo", { what: undoText(offer) }), run: takeBack },
    ];
    return all.filter((command) => command !== false);
  }

  /** Sends the form that has the focus; elsewhere it says that one is ready, on a screen where the team is asked. */
  function sayDone(event: KeyboardEvent) {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form !== null) {
      event.preventDefault();
      // By its button, which is off while something is on its way: a second press sends nothing twice.
      return form.querySelector<HTMLElement>("[type=submit]")?.click();
    }
    const { you } = worksheet;
    const pointer = workshop?.pointer ?? null;
    // The questions have their own answer to this key.
    if (pointer === null || own !== placeOf(pointer) || QUESTION_IDS.some((question) => question === current)) return;
    if ((you.role !== "facilitator" && you.role !== "member") || workshop?.ready.includes(you.memberId)) return;
    event.preventDefault();
    act.mutate({ path: "stage-ready", body: { screen: pointer.screen, ready: true } });
  }

  /** To the team, or the team here. */
  function teamCommands(): (Command | false)[] {
    const { id, you } = worksheet;
    const pointer = workshop?.pointer ?? null;
    const here = pointerTo(own);
    const place = pointer && placeOf(pointer);
    const team = pointer === null ? "" : t(`workshop.bar.screens.${pointer.screen}`);
    return [
      pointer !== null &&
        isElsewhere({ own, team: place }) && {
          key: "g t",
          label: t("commands.join", { screen: team }),
          run: () => router.push(screenHref(id, pointer)),
        },
      you.role === "facilitator" &&
        here !== null &&
        own !== place && {
          key: "",
          label: t("commands.bring"),
          run: () => act.mutate({ path: "pointer", body: here }),
        },
      you.role === "facilitator" &&
        Boolean(workshop?.timer) && {
          key: "",
          label: t("commands.stop"),
          run: () => act.mutate({ path: "timer", body: { action: "stop" } }),
        },
    ];
  }

  function reveal() {
    if (!revealWish.make()) router.push(routes.worksheet(worksheet.id));
  }

  async function copyLink() {
    const isCopied = links.member !== undefined && (await copyText(links.member));
    announce(t(isCopied ? "commands.copied" : "common.copyFailed"));
  }

  function takeBack() {
    if (undoOffer.take()) announce(t("workshop.undo.undone"));
  }
}
