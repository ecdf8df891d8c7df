/** Kleene's three-valued logic. A blank answer and a fact nobody knows are `unknown`, and only `yes` has an effect. */
export type Tri = "yes" | "no" | "unknown";
export type Maybe<T> = T | null | undefined;

/** A plain truth as Tri, or unknown when the value is absent. `truth(null)` is `"unknown"`. */
export function truth(value: Maybe<boolean>): Tri {
  if (value === null || value === undefined) return "unknown";
  return value ? "yes" : "no";
}

/** Whether a value is one of those given; unknown when it is absent. `is("yes", "yes", "no")` is `"yes"`. */
export function is<T>(value: Maybe<T>, ...wanted: NoInfer<T>[]): Tri {
  if (value === null || value === undefined) return "unknown";
  return wanted.includes(value) ? "yes" : "no";
}

/** Whether a list holds at least one of those given; unknown when the list is absent, no when it is empty. */
export function has<T>(list: Maybe<readonly T[]>, ...wanted: NoInfer<T>[]): Tri {
  if (list === null || list === undefined) return "unknown";
  return wanted.some((item) => list.includes(item)) ? "yes" : "no";
}

/** Whether `a > b`; unknown when either is absent. */
export function above(a: Maybe<number>, b: Maybe<number>): Tri {
  if (a === null || a === undefined || b === null || b === undefined) return "unknown";
  return a > b ? "yes" : "no";
}

/** Whether `a >= b`; unknown when either is absent. */
export function atLeast(a: Maybe<number>, b: Maybe<number>): Tri {
  if (a === null || a === undefined || b === null || b === undefined) return "unknown";
  return a >= b ? "yes" : "no";
}

/** No if any is no, else unknown if any is unknown, else yes. `and()` is `"yes"`. */
export function and(...parts: Tri[]): Tri {
  if (parts.includes("no")) return "no";
  return parts.includes("unknown") ? "unknown" : "yes";
}

/** Yes if any is yes, else unknown if any is unknown, else no. `or()` is `"no"`. */
export function or(...parts: Tri[]): Tri {
  if (parts.includes("yes")) return "yes";
  return parts.includes("unknown") ? "unknown" : "no";
}

/** Yes and no change places; unknown stays. */
export function not(part: Tri): Tri {
  if (part === "unknown") return "unknown";
  return part === "yes" ? "no" : "yes";
}
