/** Where an address below `http.public_url` is answered: a proxy may take the URL's own path off, or not. */
export function publicPaths(publicUrl: string | null, path: string): string[] {
  const prefix = publicUrl === null ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");
  return [...new Set(["", prefix])].map((start) => `${start}${path}`);
}

/** Whether a request with this path and host is for such an address: the public name is good for nothing else. */
export function isForPublic(
  publicUrl: string,
  path: string,
  { asked, host }: { asked: string; host: string },
): boolean {
  return host === new URL(publicUrl).hostname && publicPaths(publicUrl, path).some((start) => asked.startsWith(start));
}
