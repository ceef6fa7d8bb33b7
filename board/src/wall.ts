import "#lib/tokens.css";
import "#lib/base.css";
import "@fontsource-variable/inter/wght.css";
import { mount } from "svelte";
import Wall from "#lib/wall/Wall.svelte";

// a screen needs no router and no bar: this is the whole of what stands above it
mount(Wall, { target: document.body, props: { search: new URLSearchParams(location.search) } });
