import { describe, expect, it } from "vitest";
import { createAddressPolicy } from "./address-policy.ts";

const PRIVATE = [
  "127.0.0.1",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "192.0.0.8",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "fe80::1",
  "fd00::1",
  "fec0::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:0:127.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001::1",
  "2001:db8::1",
  "100::1",
  "not an address",
];

describe("addresses that feeds may not be read from", () => {
  it.each(PRIVATE)("%s", (address) => {
    const policy = createAddressPolicy([]);
    expect(() => policy.checkAddresses("feed.example", [address])).toThrow("not a public address");
  });
});

describe("a host", () => {
  it("may be read at public addresses", () => {
    const policy = createAddressPolicy([]);
    expect(() => policy.checkAddresses("feed.example", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])).not.toThrow();
  });

  it("is refused when one of its addresses is private, and the message says which", () => {
    const policy = createAddressPolicy([]);
    expect(() => policy.checkAddresses("feed.example", ["8.8.8.8", "10.0.0.5"])).toThrow(
      "did not ask feed.example at 10.0.0.5: not a public address, and not in fetch.allow_private",
    );
  });

  it.each([
    ["its name", ["feed.internal"]],
    ["its name in capitals with a dot", ["FEED.internal."]],
    ["its address", ["10.0.0.5"]],
    ["a block around it", ["10.0.0.0/8"]],
  ])("may be read at a private address when allow_private names %s", (_what, allowed) => {
    expect(() => createAddressPolicy(allowed).checkAddresses("feed.internal", ["10.0.0.5"])).not.toThrow();
  });

  it("gains nothing from the permission of another", () => {
    const policy = createAddressPolicy(["other.internal", "10.1.0.0/16", "fd00::/8"]);
    expect(() => policy.checkAddresses("feed.internal", ["10.0.0.5"])).toThrow("not a public address");
  });
});

describe("a URL", () => {
  it.each([
    ["http://2130706433/", "did not ask 127.0.0.1"],
    ["http://0x7f.1/", "did not ask 127.0.0.1"],
    ["http://0177.0.0.1/", "did not ask 127.0.0.1"],
    ["http://[::1]/", "did not ask ::1"],
    ["http://[::ffff:7f00:1]/", "did not ask ::ffff:7f00:1"],
    ["ftp://feed.example/", "only http and https are read"],
    ["file:///etc/passwd", "only http and https are read"],
    ["http://user@feed.example/", "holds a user name or password"],
    ["http://:word@feed.example/", "holds a user name or password"],
    ["http://feed.example:25/", "port 25 belongs to another service"],
  ])("%s is refused", (url, message) => {
    expect(() => createAddressPolicy([]).checkUrl(new URL(url))).toThrow(message);
  });

  it.each([
    ["http://feed.example/", []],
    ["https://feed.example:8443/", []],
    ["http://[2606:4700::1111]/", []],
    ["http://intranet.example:81/", ["intranet.example"]],
    ["http://[::1]:8080/", ["[::1]"]],
    ["http://[::ffff:7f00:1]/", ["127.0.0.0/8"]],
  ])("%s may be read with allow_private %j", (url, allowed) => {
    expect(() => createAddressPolicy(allowed).checkUrl(new URL(url))).not.toThrow();
  });

  it("is refused without its credentials showing", () => {
    const url = new URL("http://desk:hunter2@feed.example/");
    const refusal = "did not ask feed.example: the address holds a user name or password";
    expect(() => createAddressPolicy([]).checkUrl(url)).toThrow(expect.objectContaining({ message: refusal }));
  });
});
