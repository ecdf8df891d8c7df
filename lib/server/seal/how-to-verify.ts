import "server-only";
import { SEALED_FILES } from "@/lib/domain/verify/sealed-parts";

export type HowToInput = {
  sha256: string;
  rootFingerprint: string;
  rootUrl: string;
  verifyUrl: string;
  verifierUrl: string;
  verifierSha256: string | null;
};

/** The plain text inside a sealed file: four ways to check it, three of them without us. */
export function howToVerify({ sha256, rootFingerprint, rootUrl, verifyUrl, verifierUrl, verifierSha256 }: HowToInput): string {
  return `How to check this file
======================

This PDF is an integrity-sealed approval record. It is not a legal signature.
Inside it are ${SEALED_FILES.record} (the record, canonical JSON), ${SEALED_FILES.approvals} (names and
approvals), ${SEALED_FILES.audit} (the signed head of the audit history with its rows) and this text.
One signature covers every byte of the PDF.

  SHA-256 of ${SEALED_FILES.record}:
    ${sha256}
  SHA-256 of the root certificate:
    ${rootFingerprint}

1. With the instance: drop the file at ${verifyUrl}

2. Without it: open the one-file verifier in a browser, offline, and drop the file.
     ${verifierUrl}${verifierSha256 === null ? "" : `\n     SHA-256 of that file: ${verifierSha256}`}
   In a clone of Shortlist the same check is: npx shortlist-verify FILE --root ${rootFingerprint}

3. With Poppler:
     pdfsig FILE                      must say "Signature is Valid" and "Total document signed"
     pdfdetach -saveall FILE
     sha256sum ${SEALED_FILES.record}            must print the SHA-256 above

4. With OpenSSL: take the two ranges that /ByteRange names as one file (signed.bin) and the bytes of
   /Contents without the zeros at its end (seal.der), get the root certificate from
     ${rootUrl}
   compare its SHA-256 with the one above and with what your team wrote down elsewhere, then
     openssl cms -verify -inform DER -in seal.der -content signed.bin -binary \\
       -CAfile root.pem -purpose any -out /dev/null

A file with anything after the seal was changed, also where a PDF reader calls the signature valid.
`;
}
