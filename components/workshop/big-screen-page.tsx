"use client";

import dynamic from "next/dynamic";

type Props = { id: string; canMakeCode: boolean };

// A projector's own clock and address are needed from the first word on, so the server draws nothing of it.
export const BigScreenPage = dynamic<Props>(() => import("./big-screen").then((module) => module.BigScreen), {
  ssr: false,
  loading: () => <main id="main" style={{ minBlockSize: "100dvh" }} />,
});
