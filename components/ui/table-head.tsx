import type { ReactNode } from "react";

type Props<Column extends string> = {
  columns: readonly Column[];
  word: (column: Column) => string;
  /** Those that hold numbers, for the table's own style. */
  numbers?: ReadonlySet<Column>;
  /** Where each row becomes a card on phones, its cells say the names, and the head is only heard. */
  isHeardOnPhones?: boolean;
  /** A last cell without a name, over buttons. */
  children?: ReactNode;
};

/** The head of a table whose columns have a name each. */
export function TableHead<Column extends string>({ columns, word, numbers, isHeardOnPhones = false, children }: Props<Column>) {
  return (
    <thead className={isHeardOnPhones ? "visually-hidden-narrow" : undefined}>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" data-number={numbers?.has(column) || undefined}>
            {word(column)}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}
