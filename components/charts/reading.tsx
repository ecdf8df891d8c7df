import classes from "./reading.module.css";
import { colourOf } from "./series-style";

type Words = { money: (usd: number) => string; names: Record<string, string>; ended: string };
type Props = { head: string; ids: readonly string[]; values: Record<string, number | null>; words: Words };

/** What each design costs where the pointer stands. recharts' own tooltip shouts into an assertive live region; this one only shows. */
export function Reading({ head, ids, values, words }: Props) {
  return (
    <div className={classes.reading} aria-hidden="true">
      <div className={classes.load}>{head}</div>
      {ids.map((id) => {
        const value = values[id];
        return (
          <div key={id} className={classes.row}>
            <span style={{ color: colourOf(id) }}>●</span>
            <span className={classes.name}>
              {id} · {words.names[id]}
            </span>
            <b>{typeof value === "number" ? words.money(value) : words.ended}</b>
          </div>
        );
      })}
    </div>
  );
}
