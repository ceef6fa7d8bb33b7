export type Theme = "dark" | "light";

const KEY = "watchdesk.theme";
const isTheme = (value: string | null): value is Theme => value === "dark" || value === "light";

/** Dark or light: what the address says (`?theme=`), else what was chosen here, else what the system prefers. */
class Look {
  theme: Theme = $state("dark");

  constructor() {
    const asked = new URLSearchParams(location.search).get("theme");
    const chosen = localStorage.getItem(KEY);
    const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const wall = location.pathname.startsWith("/board/wall");
    this.show(isTheme(asked) ? asked : wall ? "dark" : isTheme(chosen) ? chosen : system);
  }

  show(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset["theme"] = theme;
  }

  toggle(): void {
    this.show(this.theme === "dark" ? "light" : "dark");
    localStorage.setItem(KEY, this.theme);
  }
}

export const look = new Look();
