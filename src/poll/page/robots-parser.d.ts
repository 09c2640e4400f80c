/** The package's own types describe an ES module; it is a CommonJS one whose export is the function. */
declare module "robots-parser" {
  function robotsParser(url: string, robots: string): { isAllowed(url: string, agent: string): boolean | undefined };
  export = robotsParser;
}
