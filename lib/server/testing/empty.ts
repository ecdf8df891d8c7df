// What `server-only` stands for in the unit runner.
export {};
