import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";

/** What a relay does to the connections through it; change it while it runs. */
export type Weather = {
  /** Share of replies that are lost after the server has done its work, 0 to 1. */
  lose: number;
  /** Longest delay of a reply, in milliseconds. */
  delayMs: number;
  /** Takes bytes and gives none, in both directions. */
  isBlackHole: boolean;
  /** Bytes per second towards the client; 0 is as fast as it goes. */
  bytesPerSecond: number;
};

const CALM: Weather = { lose: 0, delayMs: 0, isBlackHole: false, bytesPerSecond: 0 };

/** A TCP relay between a client and a server of this machine, with weather. */
export class Relay {
  readonly weather: Weather = { ...CALM };
  lost = 0;
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  port = 0;

  constructor(
    private readonly target: () => number,
    /** A number from 0 to 1; seeded by the run, so that a run can be had again. */
    private readonly chance: () => number,
  ) {}

  async start(): Promise<void> {
    const server = createServer((socket) => this.carry(socket));
    this.server = server;
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    this.port = (server.address() as AddressInfo).port;
  }

  /** Cuts every connection that stands. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  calm(): void {
    Object.assign(this.weather, CALM);
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((done) => this.server?.close(() => done()) ?? done());
  }

  private carry(client: Socket) {
    const server = dial({ port: this.target(), host: "127.0.0.1" });
    const close = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on("error", close);
      socket.on("close", () => {
        this.sockets.delete(socket);
        close();
      });
    }
    client.on("data", (bytes) => {
      if (!this.weather.isBlackHole) server.write(bytes);
    });
    server.on("data", (bytes) => this.bringBack({ bytes, client, server, close }));
  }

  private bringBack({ bytes, client, server, close }: { bytes: Buffer; client: Socket; server: Socket; close: () => void }) {
    if (this.weather.isBlackHole) return;
    if (this.chance() < this.weather.lose) {
      this.lost++;
      close();
      return;
    }
    const slow = this.weather.bytesPerSecond > 0 ? (bytes.length / this.weather.bytesPerSecond) * 1000 : 0;
    const delay = this.weather.delayMs * this.chance() + slow;
    if (delay < 1) {
      client.write(bytes);
      return;
    }
    server.pause();
    setTimeout(() => {
      if (client.writable) client.write(bytes);
      server.resume();
    }, delay);
  }
}
