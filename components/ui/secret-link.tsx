"use client";

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "./copy-button";
import { QrCode } from "./qr-code";
import classes from "./secret-link.module.css";

type Props = { link: string /** What it is, lower case inside a sentence. */; what: string /** Said after copying. */; said: string };

/** A link that is a key: shown in full, copied by a button, scanned from a QR code that opens on demand. */
export function SecretLink({ link, what, said }: Props) {
  const t = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);
  const qrId = useId();
  return (
    <div>
      <div className={classes.row}>
        <input
          className={classes.link}
          readOnly
          value={link}
          aria-label={what}
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
          spellCheck={false}
        />
        <CopyButton text={link} said={said} />
        <Button variant="subtle" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen} aria-controls={qrId} style={{ flex: "none" }}>
          {isOpen ? t("hideQr") : t("qr")}
        </Button>
      </div>
      <div id={qrId} className={classes.qr}>
        {isOpen && <QrCode text={link} what={what} />}
      </div>
    </div>
  );
}
