import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that breaks as lines do: nothing passes any more, and neither end is told. */
export async function quietLine(target: string) {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  const still = new Set<() => Socket>();
  const dead = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket) => {
    ends.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => ends.delete(socket));
  };

  const server = createServer((near) => {
    keep(near);
    if (isCut) return void near.resume();
    const far = connect(Number(port), hostname);
    keep(far);
    near.pipe(far).pipe(near);
    const hangUp = [() => far.destroy(), () => near.destroy()] as const;
    near.once("close", hangUp[0]);
    far.once("close", hangUp[1]);
    still.add(() => {
      for (const [socket, other, end] of [
        [near, far, hangUp[0]],
        [far, near, hangUp[1]],
      ] as const) {
        socket.unpipe(other);
        socket.off("close", end);
        socket.resume(); // what still comes is read and thrown away
      }
      return near;
    });
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));

  /** What is open stays open, and is dead for good; what is opened from now on passes. */
  const drop = () => {
    for (const silence of still) dead.add(silence());
    still.clear();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drop,
    /** The same, and what is opened from now on comes nowhere, until it is mended. */
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => {
      isCut = false;
    },
    /** What died is broken off at last; without it, a browser holds what it has closed itself for a minute more. */
    bury: () => {
      for (const socket of dead) socket.destroy();
      dead.clear();
    },
    close: async () => {
      for (const socket of ends) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
