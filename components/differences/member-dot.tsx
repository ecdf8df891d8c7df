"use client";

import { useDifferences } from "./differences-context";
import classes from "./dot-strip.module.css";

/** A member as a small round mark with initials; your own is outlined, a first answer is hollow. */
export function MemberDot({ memberId, isFirst = false }: { memberId: string; isFirst?: boolean }) {
  const { person } = useDifferences();
  const { name, initials, isYou } = person(memberId);
  return (
    <span className={classes.dot} data-you={isYou || undefined} data-first={isFirst || undefined} title={name} aria-hidden>
      {initials}
    </span>
  );
}
