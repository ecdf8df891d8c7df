import { isValidElement, type ReactNode } from "react";
import classes from "./catalogue.module.css";

export type Fact = { label: ReactNode; value: ReactNode /** Where the label alone is not a text. */; id?: string };

/** Terms and what is known about them, one hairline each. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, id }) => (
        <div key={id ?? String(label)}>
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
        <li key={isValidElement(item) ? item.key : String(item)}>{item}</li>
      ))}
    </ul>
  );
}
