import { describe, expect, it } from "vitest";
import { Secret } from "../../core/secret.ts";
import { readSmtpUrl } from "./smtp-url.ts";

describe("an SMTP address", () => {
  it.each([
    [
      "smtps://desk%40example.org:p%2Fw@mail.example.org",
      {
        host: "mail.example.org",
        port: 465,
        secure: true,
        requireTLS: false,
        auth: { user: "desk@example.org", pass: "p/w" },
      },
    ],
    ["smtp://u:p@mail.example.org:2525", { port: 2525, secure: false, requireTLS: true }],
    ["smtp://u:p@mail.example.org?tls=optional", { port: 587, requireTLS: false }],
    ["smtp://u:p@127.0.0.1:1025", { requireTLS: false }],
    ["smtp://relay.example.org:25?tls=required", { requireTLS: true, auth: null }],
    ["smtp://relay.example.org:25", { port: 25, requireTLS: false, auth: null }],
    ["smtp://[::1]:25", { host: "::1" }],
  ])("%s is understood", (address, expected) => {
    expect(readSmtpUrl(new Secret(address), "digest")).toMatchObject(expected);
  });

  it.each([
    "mail.example.org:25",
    "https://u:hunter2@mail.example.org",
    "smtp://u:hunter2%zz@mail.example.org",
    "smtp://",
    "smtp://u:hunter2@mail.example.org?tls=never",
  ])("%s is refused without being repeated", (address) => {
    expect(() => readSmtpUrl(new Secret(address), "digest")).toThrow(/^The SMTP address of channel digest cannot/);
    expect(() => readSmtpUrl(new Secret(address), "digest")).not.toThrow(/hunter2/);
  });
});
