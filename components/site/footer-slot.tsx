"use client";

import { createContext, type ReactNode, useContext } from "react";

const Footer = createContext<ReactNode>(null);

/** Hands the footer that the server drew to the frame of a worksheet, which puts it between what it shows and its lower bar. */
export function FooterProvider({ footer, children }: { footer: ReactNode; children: ReactNode }) {
  return <Footer value={footer}>{children}</Footer>;
}

export function FooterSlot() {
  return useContext(Footer);
}
