import { Column } from "@/components/ui/column";
import { Mark } from "@/components/ui/mark";
import header from "./worksheet-header.module.css";
import shell from "./worksheet-shell.module.css";
import classes from "./worksheet-skeleton.module.css";

/** Header, rail and a card of the true size, so that nothing jumps when the worksheet arrives. Rendered on the server, without script. */
export function WorksheetSkeleton() {
  return (
    <div className={shell.page} aria-busy="true">
      <div className={header.header}>
        <Mark />
        <span className={`${classes.bone} ${classes.title}`} />
      </div>
      <div className={classes.rail} />
      <main id="main" className={shell.main}>
        <Column>
          <div className={classes.body}>
            <span className={`${classes.bone} ${classes.eyebrow}`} />
            <span className={`${classes.bone} ${classes.question}`} />
            <span className={`${classes.bone} ${classes.card}`} />
          </div>
        </Column>
      </main>
    </div>
  );
}
