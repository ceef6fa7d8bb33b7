export type Theme = "dark" | "light";

const KEY = "watchdesk.theme";

/** Dark or light: what the page decided before it was drawn (app.html), until somebody chooses otherwise. */
class Look {
  theme: Theme = $state("dark");

  constructor() {
    // the docs are also made where there is no browser
    if (typeof document !== "undefined") this.theme = document.documentElement.dataset["theme"] as Theme;
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
