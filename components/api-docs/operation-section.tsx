import { ScrollRegion } from "@/components/ui/scroll-region";
import { curlOf } from "@/lib/domain/api-docs/operations";
import type { Operation } from "@/lib/domain/api-docs/schema";
import type { ServerWords } from "@/messages/server-words";
import classes from "./api-docs.module.css";
import { Command } from "./command";

/** One call in full: what it does, what it takes, a command that makes it, what comes back and how it is refused. */
export function OperationSection({ operation, t }: { operation: Operation; t: ServerWords }) {
  const { id, method, path, summary, description, parameters, reply, errors } = operation;
  return (
    <section className={classes.operation} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={classes.summary}>
        <a href={`#${id}`} lang="en">
          {summary}
        </a>
      </h2>
      <p className={classes.path}>
        <b>{method.toUpperCase()}</b> <code>{path}</code>
      </p>
      <p className={classes.text} lang="en">
        {description}
      </p>
      {parameters.length > 0 && (
        <>
          <h3>{t("parameters")}</h3>
          <ul className={classes.parameters}>
            {parameters.map(({ name, in: place, isRequired, description: words }) => (
              <li key={name}>
                <code>{name}</code>{" "}
                <span className="small">
                  {t(PLACES[place] ?? "inQuery")}, {t(isRequired ? "required" : "optional")}
                  {words !== "" && <span lang="en">{`: ${words}`}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("request")}</h3>
      <Command text={curlOf(operation)} label={`${t("request")}: ${summary}`} />
      <h3>
        {t("reply", { status: reply.status })} <span lang="en">{reply.description}</span>
      </h3>
      {reply.example === null ? (
        <p className="small">{reply.type === null ? t("noReply") : t("replyFile", { type: reply.type })}</p>
      ) : (
        <ScrollRegion label={`${t("reply", { status: reply.status })} ${summary}`} className={classes.code}>
          <pre>{JSON.stringify(reply.example, null, 2)}</pre>
        </ScrollRegion>
      )}
      <h3>{t("refusals")}</h3>
      <p className={classes.refusals}>
        {errors.map(({ status, code }) => (
          <code key={code}>
            {status} {code}
          </code>
        ))}
      </p>
    </section>
  );
}

const PLACES: Readonly<Record<string, "inPath" | "inQuery" | "inHeader">> = { path: "inPath", query: "inQuery", header: "inHeader" };
