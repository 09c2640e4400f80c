/** A command whose program is loaded when it is asked for: `--help` and `schema` need no database client. */
export function later<Given extends unknown[]>(
  load: () => Promise<(...given: Given) => Promise<void> | void>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    const command = await load();
    await command(...given);
  };
}
