import { useMonaco } from "@graphiql/react";
import { useEffect } from "react";

type Theme = "dark" | "light";
/** The explorer's own names for its editors' colours; to define them anew is how they are changed. */
const names: { readonly [theme in Theme]: string } = { dark: "graphiql-DARK", light: "graphiql-LIGHT" };

/** Colours of the page, as they stand in tokens.css. */
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A colour of the page as an editor's rule wants it. */
const rule = (of: string, colour: string, fontStyle = "") => ({
  token: of,
  foreground: token(colour).replace("#", ""),
  fontStyle,
});
const rules = () => [
  rule("", "ink"),
  rule("comment", "ink-3", "italic"),
  rule("keyword", "ink", "bold"),
  ...["string", "number", "constant", "string.value.json", "keyword.json"].map((of) => rule(of, "pause")),
  ...["delimiter", "delimiter.bracket", "argument.identifier.gql"].map((of) => rule(of, "ink-2")),
  ...["key.identifier.gql", "type.identifier.gql", "type"].map((of) => rule(of, "ink")),
  rule("string.key.json", "ink"),
];
const parts: { readonly [part: string]: string } = {
  "editor.foreground": "ink",
  "editorLineNumber.foreground": "ink-3",
  "editorLineNumber.activeForeground": "ink",
  "editorLineNumber.dimmedForeground": "ink-3",
  "editorSuggestWidget.background": "panel",
  "editorSuggestWidget.border": "hair",
  "editorSuggestWidget.selectedBackground": "panel-2",
  "editorSuggestWidget.selectedForeground": "ink",
  "editorSuggestWidget.highlightForeground": "focus",
  "editorHoverWidget.background": "panel",
  "editorHoverWidget.border": "hair",
  "editorWidget.background": "panel",
  "textLink.foreground": "focus",
  "list.hoverBackground": "panel-2",
  "input.background": "panel-2",
  focusBorder: "focus",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, "ink-2"])),
};

/** Gives the editors the desk's colours and type: an editor cannot read those of a page by itself. */
export function DeskColours({ theme }: { theme: Theme }): null {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    monaco.editor.defineTheme(names[theme], {
      base: theme === "dark" ? "vs-dark" : "vs",
      inherit: true,
      rules: rules(),
      colors: {
        "editor.background": "#00000000",
        ...Object.fromEntries(Object.entries(parts).map(([part, colour]) => [part, token(colour)])),
      },
    });
    monaco.editor.setTheme(names[theme]);
    const type = { fontFamily: token("mono"), fontSize: 13 };
    for (const editor of monaco.editor.getEditors()) editor.updateOptions(type);
    const opened = monaco.editor.onDidCreateEditor((editor) => editor.updateOptions(type));
    return () => opened.dispose();
  }, [monaco, theme]);
  return null;
}
