import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type VariantColorsResolver } from "@mantine/core";

/** Only shades 3 (dark) and 7 (light) are used as fills; the rest exists because the library wants ten. */
const accent: MantineColorsTuple = [
  "#eef0fa",
  "#dfe3fa",
  "#c5ccfc",
  "#a9b4ff",
  "#8491f2",
  "#5e6cd6",
  "#4351bd",
  "#2e3da6",
  "#26338c",
  "#1e2970",
];

/** The library's neutrals in our warm paper, for the parts of it that read them directly. */
const gray: MantineColorsTuple = [
  "#faf9f6",
  "#f3f1ec",
  "#e8e4dc",
  "#ddd8cd",
  "#d3cdc2",
  "#a8a298",
  "#6d685f",
  "#55514a",
  "#3a3733",
  "#1c1b19",
];
const dark: MantineColorsTuple = [
  "#edebe7",
  "#bcb8b0",
  "#9b978f",
  "#9b978f",
  "#3c3d42",
  "#2a2b2f",
  "#1a1b1e",
  "#141517",
  "#101113",
  "#0c0d0e",
];

/** Text colours that reach 4.5:1 on paper, sheet and soft, in light and dark; the library's own shades do not. */
const INK: Record<string, string> = {
  red: "var(--bad)",
  green: "var(--good)",
  teal: "var(--good)",
  yellow: "var(--warn)",
  orange: "var(--warn)",
  gray: "var(--ink2)",
};

const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const ink = INK[color ?? ""] ?? "var(--accent)";
  const isAccent = ink === "var(--accent)";
  switch (variant) {
    case "filled":
      return {
        background: ink,
        hover: isAccent ? "var(--accent-hover)" : ink,
        color: "var(--accent-ink)",
        border: "1px solid transparent",
      };
    case "light":
      return { background: "var(--soft)", hover: "var(--soft)", color: isAccent ? "var(--ink)" : ink, border: "1px solid transparent" };
    case "outline":
      return { background: "transparent", hover: "var(--shade)", color: ink, border: `1px solid ${ink}` };
    case "subtle":
      return { background: "transparent", hover: "var(--shade)", color: isAccent ? "var(--ink2)" : ink, border: "1px solid transparent" };
    case "transparent":
      return { background: "transparent", hover: "transparent", color: ink, border: "1px solid transparent" };
    default:
      return {
        background: "var(--sheet)",
        hover: "var(--shade)",
        color: color === "red" ? ink : "var(--ink)",
        border: "1px solid var(--rule2)",
      };
  }
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-bright": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink3)",
    "--mantine-color-placeholder": "var(--ink3)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-success": "var(--good)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-default": "var(--sheet)",
    "--mantine-color-default-hover": "var(--shade)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--rule2)",
    "--mantine-color-disabled": "var(--shade)",
    "--mantine-color-disabled-color": "var(--ink3)",
    "--mantine-color-disabled-border": "var(--rule)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent-hover)",
    "--mantine-primary-color-light": "var(--soft)",
    "--mantine-primary-color-light-hover": "var(--soft)",
    "--mantine-primary-color-light-color": "var(--ink)",
    "--mantine-primary-color-contrast": "var(--accent-ink)",
    "--mantine-color-accent-filled": "var(--accent)",
    "--mantine-color-accent-filled-hover": "var(--accent-hover)",
    "--mantine-color-accent-text": "var(--accent)",
    "--mantine-color-accent-outline": "var(--accent)",
    "--mantine-color-accent-contrast": "var(--accent-ink)",
  },
  light: {},
  dark: {},
});

const QUICK = { duration: 120 };

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  colors: { accent, gray, dark },
  black: "#1c1b19",
  autoContrast: true,
  luminanceThreshold: 0.179,
  respectReducedMotion: true,
  cursorType: "pointer",
  fontFamily: "var(--sans)",
  headings: {
    fontFamily: "var(--serif)",
    fontWeight: "480",
    sizes: { h1: { fontSize: "2.125rem", lineHeight: "1.18" }, h2: { fontSize: "1.5rem", lineHeight: "1.25" } },
  },
  defaultRadius: "md",
  radius: { sm: "6px", md: "8px", lg: "12px" },
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  shadows: { md: "0 6px 24px rgba(28, 27, 25, .10)" },
  variantColorResolver,
  components: {
    Input: { vars: () => ({ wrapper: { "--input-height": "44px", "--input-fz": "1rem" } }) },
    NumberInput: { defaultProps: { hideControls: true } },
    Modal: { defaultProps: { radius: "lg", centered: true, transitionProps: QUICK, overlayProps: { backgroundOpacity: 0.4 } } },
    Menu: { defaultProps: { shadow: "md", transitionProps: QUICK } },
    Popover: { defaultProps: { shadow: "md", transitionProps: QUICK } },
    Tooltip: { defaultProps: { transitionProps: QUICK } },
    Combobox: { defaultProps: { shadow: "md", transitionProps: QUICK } },
    Paper: { defaultProps: { radius: "lg", withBorder: true } },
    Card: { defaultProps: { radius: "lg", withBorder: true } },
  },
});
