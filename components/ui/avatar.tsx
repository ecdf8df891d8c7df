import classes from "./avatar.module.css";

/** Initials in a circle; the name is said beside it or in the title. */
export function Avatar({ initials, isAway = false }: { initials: string; isAway?: boolean }) {
  return (
    <b className={classes.avatar} data-away={isAway || undefined} aria-hidden="true">
      {initials}
    </b>
  );
}
