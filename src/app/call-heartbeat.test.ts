import { describe, expect, it } from "vitest";
import { startReceiver } from "../../test/support/channels/http-receiver.ts";
import { Secret } from "../core/secret.ts";
import { callHeartbeat } from "./call-heartbeat.ts";

describe("the heartbeat address", () => {
  it("is called, and what keeps it from answering is said without it", async () => {
    const receiver = await startReceiver();
    const url = new Secret(receiver.url);
    await callHeartbeat(url);
    expect(receiver.requests.map((request) => request.url)).toEqual(["/in"]);
    receiver.answerWith({ status: 404 });
    await expect(callHeartbeat(url)).rejects.toThrow("it answered 404: look at heartbeat.url");
    await receiver.close();
    await expect(callHeartbeat(url)).rejects.toThrow("it could not be called (ECONNREFUSED): look at heartbeat.url");
  });
});
