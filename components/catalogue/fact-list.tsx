import type { ReactNode } from "react";
import classes from "./catalogue.module.css";

export type Fact = { label: string; value: ReactNode };

/** Terms and what is known about them, one hairline each. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{Array.isArray(value) ? <BulletList items={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function BulletList({ items }: { items: ReactNode[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={String(item)}>{item}</li>
      ))}
    </ul>
  );
}
