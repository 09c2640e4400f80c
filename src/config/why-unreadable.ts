const WORDS: Readonly<Record<string, string>> = {
  EACCES: "this user may not read it",
  EISDIR: "it is a folder, not a file",
  ELOOP: "it is a link that leads to itself",
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is a file, not a folder",
  EPERM: "this user may not read it",
};

/** Why a file could not be read, in plain words where the system gives only a code. */
export function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return WORDS[code] ?? error.message;
}
