import classes from "./mark.module.css";

/** Three bars that get shorter: a list on its way to a shortlist. */
export function Mark() {
  return (
    <span className={classes.mark} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
