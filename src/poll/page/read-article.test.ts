import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readArticle } from "./read-article.ts";

const FIRST = "The ambassador asked for asylum on Tuesday, officials said, after a long meeting with ministers.";
const SECOND = "He had served in the embassy for six years, and his family left the country in the night before.";
const ARTICLE = `<p>${FIRST}</p><p>${SECOND}</p>`;
const TEXT = `${FIRST}\n\n${SECOND}`;

function page(article: string): string {
  const menu = `<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news</a></li></ul></nav>`;
  return `<!doctype html><html><head><title>Ambassador asks for asylum</title><script>var a = "<p>hidden</p>"</script></head>
    <body>${menu}<article>${article}</article><footer><p>All rights reserved by the publisher.</p></footer></body></html>`;
}

describe("the article of a page", () => {
  it.each([
    ["stands without menu and footer", page(ARTICLE)],
    ["stands without scripts and styles", page(`${ARTICLE}<script>alert("asylum")</script><style>p {}</style>`)],
    ["is read in XHTML", page(ARTICLE).replace("<!doctype html>", '<?xml version="1.0"?>')],
    ["is read in capitals", page(ARTICLE).replace("<body>", "<BODY>").replaceAll("article>", "ARTICLE>")],
    [
      "is read where html, head and body are left out",
      `<!doctype html><title>News</title><article>${ARTICLE}</article>`,
    ],
    ["is read where paragraphs are not closed", page(ARTICLE.replaceAll("</p>", ""))],
  ])("%s", (_fact, html) => {
    expect(readArticle(Buffer.from(html), "text/html; charset=utf-8")).toMatchObject({ kind: "text", text: TEXT });
  });

  it("has the headline of the page", () => {
    const [named, nameless] = [page(ARTICLE), page(ARTICLE).replace(/<title>.*<\/title>/u, "")];
    expect(readArticle(Buffer.from(named), "text/html")).toMatchObject({ title: "Ambassador asks for asylum" });
    expect(readArticle(Buffer.from(nameless), "text/html")).toMatchObject({ title: null });
  });

  it("has its entities decoded once", () => {
    const html = page(`<p>Caf&eacute; &amp; bar, &lt;b&gt; and all: ${FIRST}</p>`);
    expect(readArticle(Buffer.from(html), null)).toMatchObject({
      kind: "text",
      text: `Café & bar, <b> and all: ${FIRST}`,
    });
  });

  it("is decoded as the page says, or as its server does", () => {
    const words = "Посол попросил убежища во вторник, сообщили чиновники, после долгой встречи с министрами страны.";
    const bytes = iconv.encode(page(`<p>${words}</p>`), "windows-1251");
    expect(readArticle(bytes, "text/html; charset=windows-1251")).toMatchObject({ kind: "text", text: words });
    const declared = page(`<p>${words}</p>`).replace("<head>", '<head><meta charset="windows-1251">');
    expect(readArticle(iconv.encode(declared, "windows-1251"), "text/html")).toMatchObject({
      kind: "text",
      text: words,
    });
  });

  it.each([
    ["an empty page", ""],
    ["plain text", "The ambassador asked for asylum."],
    ["a page of scripts alone", "<html><body><script>render()</script></body></html>"],
    ["frames", '<html><frameset><frame src="x"></frameset></html>'],
  ])("is missed in %s", (_what, html) => {
    expect(readArticle(Buffer.from(html), null)).toMatchObject({ kind: "failed", failure: { kind: "no-article" } });
  });
});
