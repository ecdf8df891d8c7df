import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import words from "../../messages/en/verifier.json";

export type BuiltVerifier = { html: string; script: string };

/** The one-file verifier and the script, each with all it needs inside. The same sources give the same bytes. */
export async function buildVerifier(): Promise<BuiltVerifier> {
  const [page, script] = await Promise.all([bundle("page.ts", "browser"), bundle("cli.ts", "node")]);
  return { html: htmlWith(page), script: `#!/usr/bin/env node\n${script}` };
}

async function bundle(entry: string, platform: "browser" | "node"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), "lib", "verifier", entry)],
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    charset: "utf8",
    platform,
    format: platform === "browser" ? "iife" : "esm",
    target: platform === "browser" ? "es2022" : "node20",
    // Paths of this machine must not reach the bytes.
    absWorkingDir: process.cwd(),
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

const STYLE = `:root{color-scheme:light dark;--paper:#faf9f6;--ink:#1c1b19;--soft:#55514a;--rule:#d3cdc2;--good:#1c6844;--warn:#855600;--bad:#9d2a1f}
@media(prefers-color-scheme:dark){:root{--paper:#141517;--ink:#edebe7;--soft:#bcb8b0;--rule:#3c3d42;--good:#7fd1a6;--warn:#e8bd6a;--bad:#ff9d8f}}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:2rem 1rem;overflow-wrap:anywhere}
h1,h2{font-family:Georgia,serif;font-weight:500;line-height:1.25}label{display:block;margin-top:1.25rem;font-weight:600}input{font:inherit;box-sizing:border-box;width:100%;padding:.6rem;margin-top:.25rem;border:1px solid var(--rule);border-radius:8px;background:transparent;color:inherit}
p,small{color:var(--soft)}ul{list-style:none;padding:0}li{border-top:1px solid var(--rule);padding:.6rem 0;color:var(--soft)}li strong{color:var(--ink)}
h2.valid,li.true strong{color:var(--good)}h2.valid-superseded,li.null strong{color:var(--warn)}h2.changed,h2.not-ours,li.false strong{color:var(--bad)}`;

function htmlWith(page: string): string {
  // A closing tag inside a string of the script would end the script.
  const script = page.replaceAll("</script", "<\\/script");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main id="drop">
<h1 data-words="heading"></h1>
<p data-words="intro"></p>
<label for="file" data-words="file"></label>
<input type="file" id="file" accept=".pdf,.json">
<label for="root" data-words="root"></label>
<input id="root" aria-describedby="root-help" autocomplete="off" spellcheck="false">
<small id="root-help" data-words="rootHelp"></small>
<section id="result" aria-live="polite"></section>
</main>
<script>${script}</script>
</body>
</html>
`;
}
