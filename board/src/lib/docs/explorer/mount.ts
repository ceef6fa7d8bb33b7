import "graphiql/setup-workers/vite";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./explorer.css";
import contract from "@watchdesk/schema/schema.graphql?raw";
import { GraphiQL } from "graphiql";
import { buildSchema } from "graphql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { DeskColours } from "./colours.ts";
import { fetcher } from "./fetcher.ts";

export type Filled = { readonly query: string; readonly variables: string } | null;

const GREETING = `# Everything you can ask this desk. Ctrl+Enter runs it, Ctrl+Space proposes what may stand here.
{
  viewer {
    kind
    name
  }
}
`;

/** Opens the explorer in an element; what it answers shows it in other colours, or closes it. It knows the contract, and asks nobody for it. */
export function mountExplorer(at: HTMLElement, filled: Filled) {
  const root = createRoot(at);
  const schema = buildSchema(contract);
  const storage = { getItem: read, setItem: write, removeItem: remove, clear: () => {}, length: 0 };
  const show = (theme: "dark" | "light") =>
    root.render(
      createElement(
        GraphiQL,
        {
          fetcher,
          schema,
          storage,
          forcedTheme: theme,
          defaultQuery: GREETING,
          ...(filled && { initialQuery: filled.query, initialVariables: filled.variables }),
          defaultEditorToolsVisibility: filled?.variables ? "variables" : false,
          showPersistHeadersSettings: false,
        },
        createElement(GraphiQL.Logo, {}, null),
        createElement(DeskColours, { theme }),
      ),
    );
  return { show, close: () => root.unmount() };
}

/** Tabs and history are kept for this browser, apart from whatever else the desk keeps in it. */
const own = (key: string) => `watchdesk.explorer.${key}`;
const read = (key: string) => localStorage.getItem(own(key));
const write = (key: string, value: string) => localStorage.setItem(own(key), value);
const remove = (key: string) => localStorage.removeItem(own(key));
