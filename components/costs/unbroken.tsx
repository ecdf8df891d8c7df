import { Fragment } from "react";

/** Text in which a word with a hyphen, for example Multi-AZ, keeps to one line. */
export function Unbroken({ children }: { children: string }) {
  return children.split(WORDS).map((part, index) => {
    const key = `${index}-${part}`;
    return index % 2 === 1 ? (
      <span key={key} style={{ whiteSpace: "nowrap" }}>
        {part}
      </span>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}

const WORDS = /(\S+-\S+)/u;
