import type { ReviewRow } from "@/lib/domain/review/schema";
import classes from "./revisit.module.css";

const [WIDTH, HEIGHT] = [120, 26];

/** The expected path with the actual number on it; the table beside it says the same in words. */
export function Spark({ row, month }: { row: ReviewRow; month: number }) {
  const last = row.path.at(-1);
  if (row.path.length < 2 || !last) return null;
  const values = [...row.path.map(({ value }) => value), row.actual ?? 0].filter((value) => value > 0);
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const x = (at: number) => (Math.min(at, last.month) / last.month) * WIDTH;
  // Growth is geometric, so on a logarithmic axis a steady path is a straight line.
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - ((Math.log(Math.max(value, Math.exp(low))) - low) / (high - low)) * HEIGHT;
  return (
    <svg className={classes.spark} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline className={classes.path} points={row.path.map((point) => `${x(point.month)},${y(point.value)}`).join(" ")} />
      {row.actual !== null && <circle className={classes.dot} cx={x(month)} cy={y(row.actual)} r={4} />}
    </svg>
  );
}
