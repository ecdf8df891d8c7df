import type { ReactNode } from "react";

/** A passage of the catalogue, which is in English like its sources whatever the reader's language; read aloud as such. */
export function English({ children }: { children: string }) {
  return children === "" ? null : <span lang="en">{children}</span>;
}

/** Words of the reader's language before a passage in English. */
export function before(words: string, passage: string): ReactNode {
  return (
    <>
      {words.trim()} <English>{passage}</English>
    </>
  );
}
