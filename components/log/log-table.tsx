"use client";

import Link from "next/link";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { TableHead } from "@/components/ui/table-head";
import type { LinkedEntry, LogEntry } from "@/lib/domain/log/schema";
import { routes } from "@/lib/routes";
import classes from "./log.module.css";
import { TagForm } from "./tag-form";

const COLUMNS = ["number", "title", "status", "chosen", "decided", "approvers", "review", "door", "dissent"] as const;

type Props = { spaceId: string; entries: readonly LogEntry[]; onTag: (tag: string) => void; mayTag: boolean };

/** One row per decision; on phones each becomes a card with its own labels. */
export function LogTable({ entries, ...rest }: Props) {
  const t = useTranslations("log");
  if (entries.length === 0) return <p className={classes.empty}>{t("nothing")}</p>;
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t("caption")}</caption>
      <TableHead columns={COLUMNS} word={(column) => t(`column.${column}`)} />
      <tbody onKeyDown={toNextRow} onClick={openRow}>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

/** A click anywhere on a row is one on its title's link, held keys and all; not where it means something else, or ends a selection. */
function openRow(event: MouseEvent<HTMLTableSectionElement>) {
  const { target } = event;
  if (!(target instanceof Element) || target.closest("a,button,form") || window.getSelection()?.type === "Range") return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const click = new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
  target.closest("tr")?.querySelector("th > a")?.dispatchEvent(click);
}

/** From one decision to the next by arrow keys; Enter opens it, being a link. */
function toNextRow(event: KeyboardEvent<HTMLTableSectionElement>) {
  const row = event.target instanceof Element ? event.target.closest("th > a")?.closest("tr") : null;
  if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector<HTMLElement>("th > a");
  if (!link) return;
  event.preventDefault();
  link.focus();
}

type RowProps = Omit<Props, "entries"> & { entry: LogEntry };

function Row({ entry, spaceId, onTag, mayTag }: RowProps) {
  const t = useTranslations("log");
  const [isTagging, setIsTagging] = useState(false);
  const tagWords = t(entry.tags.length === 0 ? "tags.add" : "tags.edit");
  const format = useFormatter();
  const day = (iso: string) => format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  return (
    <tr>
      <td data-label={t("column.number")} className={classes.number} data-empty={numberText() === "" || undefined}>
        <span>{numberText()}</span>
      </td>
      <th scope="row" className={classes.title}>
        <Link href={hrefOf(entry, spaceId)} prefetch={false}>
          {entry.title}
        </Link>
        {mayTag && !isTagging && (
          <button
            type="button"
            className={classes.edit}
            onClick={() => setIsTagging(true)}
            aria-label={t("tags.editOf", { act: tagWords, title: entry.title })}
          >
            {tagWords}
          </button>
        )}
        <Chain entry={entry} spaceId={spaceId} />
        {isTagging ? (
          <TagForm spaceId={spaceId} entryId={entry.id} tags={entry.tags} onDone={() => setIsTagging(false)} />
        ) : (
          entry.tags.length > 0 && <Tags tags={entry.tags} onTag={onTag} />
        )}
      </th>
      <td data-label={t("column.status")}>
        <span className={classes.status} data-status={entry.status}>
          {t(`sign.${entry.status}`)} {t(`status.${entry.status}`)}
          {entry.status === "unknown" && entry.statusWritten && (
            <span className="small"> {t("written", { text: entry.statusWritten })}</span>
          )}
        </span>
      </td>
      <td data-label={t("column.chosen")} data-empty={entry.chosen === null || undefined}>
        <span>{entry.chosen}</span>
      </td>
      <td data-label={t("column.decided")} data-empty={entry.decidedOn === null || undefined}>
        <span className={classes.day}>{entry.decidedOn && day(entry.decidedOn)}</span>
      </td>
      <td data-label={t("column.approvers")} data-empty={entry.approvers.length === 0 || undefined}>
        <span>{entry.approvers.join(", ")}</span>
      </td>
      <td data-label={t("column.review")} data-empty={(entry.dueSince ?? entry.reviewOn) === null || undefined}>
        <span className={entry.isDue ? classes.due : classes.day}>
          {entry.dueSince !== null ? t("dueSince", { day: day(entry.dueSince) }) : entry.reviewOn && day(entry.reviewOn)}
        </span>
      </td>
      <td data-label={t("column.door")} data-empty={entry.door === null || entry.door === "unknown" || undefined}>
        <span>{entry.door === null || entry.door === "unknown" ? "" : t(`door.${entry.door}`)}</span>
      </td>
      <td data-label={t("column.dissent")} data-empty={entry.hasDissent !== true || undefined}>
        <span>{entry.hasDissent ? t("dissent") : ""}</span>
      </td>
    </tr>
  );

  function numberText() {
    if (entry.number !== null) return four(entry.number);
    return entry.numberWritten === null ? "" : t("numberWritten", { number: four(Number(entry.numberWritten)) });
  }
}

/** Its tags, each a filter. */
function Tags({ tags, onTag }: { tags: readonly string[]; onTag: (tag: string) => void }) {
  const t = useTranslations("log");
  return (
    <div className={classes.chain}>
      {tags.map((tag) => (
        <button key={tag} type="button" className={classes.tag} onClick={() => onTag(tag)} aria-label={t("tagFilter", { tag })}>
          {tag}
        </button>
      ))}
    </div>
  );
}

/** What it replaced and what replaced it, as links: "0007 → 0014". */
function Chain({ entry, spaceId }: { entry: LogEntry; spaceId: string }) {
  const t = useTranslations("log");
  if (entry.replaces.length + entry.replacedBy.length === 0) return null;
  const link = (other: LinkedEntry) => (
    <Link key={other.id} href={hrefOf(other, spaceId)} prefetch={false} title={other.title}>
      {other.number === null ? other.title : four(other.number)}
    </Link>
  );
  return (
    <div className={classes.chain}>
      {entry.replaces.map((other) => (
        <span key={other.id}>
          {t(other.isPartial ? "replacesPart" : "replaces")} {link(other)}
        </span>
      ))}
      {entry.replacedBy.map((other) => (
        <span key={other.id}>
          {t(other.isPartial ? "replacedPart" : "replacedBy")} {link(other)}
        </span>
      ))}
    </div>
  );
}

function hrefOf({ id, worksheetId }: { id: string; worksheetId: string | null }, spaceId: string): string {
  return worksheetId === null ? routes.importedRecord(spaceId, id) : routes.worksheet(worksheetId);
}

const four = (number: number): string => String(number).padStart(4, "0");
