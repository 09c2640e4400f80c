/** Now in epoch milliseconds, UTC; injected so that a test can be any instant. */
export type Clock = () => number;
