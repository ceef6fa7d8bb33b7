import type { Stop } from "../socket.ts";
import type { Chime } from "./sound-rule.ts";

/** Two notes each, in hertz: rising for somebody new, lower and falling for a broken promise. */
const notes: { readonly [chime in Chime]: readonly [number, number] } = {
  urgent: [659.26, 880],
  breach: [392, 293.66],
};
const [APART, LENGTH, RISE] = [0.28, 1.1, 0.03]; // seconds
const SETTLES = 1_000; // a browser that allows sound has started it by then

/** The loudspeaker of a page, by Web Audio. */
export class Chimes {
  /** The browser holds sound back until somebody touches the page. */
  muted = $state(false);
  #context: AudioContext | null = null;

  /** Call inside an effect. */
  start(): Stop {
    const context = new AudioContext();
    this.#context = context;
    const look = () => (this.muted = context.state !== "running");
    const wake = () => void this.wake();
    wake();
    const timer = setTimeout(look, SETTLES);
    context.addEventListener("statechange", look);
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, wake);
    return () => {
      clearTimeout(timer);
      context.removeEventListener("statechange", look);
      for (const touch of ["pointerdown", "keydown"]) removeEventListener(touch, wake);
      this.#context = null;
      void context.close();
    };
  }

  /** Asks the browser to let it sound; in answer to a touch it does. */
  async wake(): Promise<void> {
    await this.#context?.resume();
  }

  /** `volume` is 1 to 100. While it is held back nothing is kept for later: a late chime would be a false one. */
  play(chime: Chime, volume: number): void {
    const context = this.#context;
    if (context?.state !== "running") return;
    for (const [i, hertz] of notes[chime].entries())
      sound(context, hertz, context.currentTime + i * APART, volume / 100);
  }
}

/** One soft note: a sine that comes quickly and dies away. Loudness is heard by its square. */
function sound(context: AudioContext, hertz: number, from: number, volume: number): void {
  const note = new OscillatorNode(context, { frequency: hertz });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(0.5 * volume ** 2, from + RISE);
  loudness.gain.exponentialRampToValueAtTime(0.000_1, from + LENGTH);
  note.connect(loudness).connect(context.destination);
  note.start(from);
  note.stop(from + LENGTH);
}
