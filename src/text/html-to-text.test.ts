import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-to-text.ts";
import { titleToText } from "./title-to-text.ts";

const LONGEST = 256 * 1024 + 16;

describe("the text of an HTML fragment", () => {
  it.each([
    ["separates blocks by a blank line", "<p>One.</p><p>Two.</p><div>Three.</div>", "One.\n\nTwo.\n\nThree."],
    ["breaks lines at br", "One<br>two<br/>three", "One\ntwo\nthree"],
    ["makes two breaks a blank line", "One<br><br>two", "One\n\ntwo"],
    ["joins inline elements", "The <b>am</b>bassador <i>left</i>.", "The ambassador left."],
    ["keeps list items apart", "<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"],
    ["keeps table cells apart", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"],
    ["collapses white space and line ends", "a \n\t b&nbsp;&nbsp;c", "a b c"],
    ["decodes entities once", "AT&amp;T &eacute; &#8217; &amp;lt;", "AT&T é ’ &lt;"],
    ["reads C1 references as windows-1252", "it&#146;s", "it’s"],
    [
      "drops what no reader sees",
      "a<script>x<y</script><style>p{}</style><!-- c --><template>t</template><svg><title>t</title></svg>b",
      "ab",
    ],
    [
      "goes on after self-closed elements",
      "<p>a</p><iframe src=x /><object/><template/><script/><style/><svg/><p>b</p>",
      "a\n\nb",
    ],
    ["goes on after an iframe without end", "<p>a</p><iframe src=x><p>b</p>", "a\n\nb"],
    ["goes on after an object without end", "<p>a</p><object data=x><p>b</p><svg>c</svg><object>", "a\n\nb"],
    ["goes on after a script without end, at the next tag", "<p>a</p><script>code() <p>b</p>", "a\n\nb"],
    ["ends with code that has no end", "<p>a</p><style>p { color: red }", "a"],
    ["ends within a tag that has no end", "<p>a</p><iframe src=x", "a"],
    ["keeps the text of noscript", "<noscript><img src=x><p>a</p></noscript>b", "a\n\nb"],
    ["keeps a less-than sign", "5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
    ["keeps the blank lines of a text without markup", "One\nline.\n\nTwo.", "One line.\n\nTwo."],
    [
      "reads markup that was escaped once too often",
      "&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;x",
      "One & two\n\nx",
    ],
    ["survives unclosed and crossed tags", "<p><b>One</p></i>two<div", "One\n\ntwo"],
    ["strips U+0000", "a\0b", "ab"],
    ["reads a CDATA section that was escaped itself", " <![CDATA[<p>One</p>]]> ", "One"],
    ["is empty for markup alone", "<p><img src=x></p>", ""],
  ])("%s", (_fact, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("is cut at 256 kB and a little, never inside a character", () => {
    expect(htmlToText(`${"a".repeat(LONGEST - 1)}😀`)).toBe("a".repeat(LONGEST - 1));
    expect(htmlToText(`<p>${"word ".repeat(LONGEST)}`)).toBe("word ".repeat(LONGEST / 5).trimEnd());
  });

  // The runner gives up a test after half a minute, and what takes the square of these lengths takes longer.
  it.each([
    ["deep nesting", "<div>".repeat(200_000), ""],
    ["unclosed angle brackets", "<".repeat(500_000), "<".repeat(LONGEST)],
    ["open tags without end", "x<p".repeat(200_000), "x"],
    ["unclosed comments", "<!--".repeat(200_000), ""],
    [
      "elements without end",
      "<iframe><script><style><object><svg><head><template>".repeat(50_000),
      "<script><style><object><svg><head><template><iframe>".repeat(50_000).slice(0, LONGEST),
    ],
    ["spaces", " ".repeat(1_000_000), ""],
    ["ampersands", "&".repeat(500_000), "&".repeat(LONGEST)],
    ["escaped CDATA sections", "<![CDATA[".repeat(200_000), ""],
  ])("takes time in proportion to its length: %s", (_name, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe("the text of a title", () => {
  it.each([
    ["loses its tags", "html", "<b>Envoy</b> <i>defects</i>", "Envoy defects"],
    ["is decoded once more", "html", "AT&amp;T &amp; others", "AT&T & others"],
    ["keeps angle brackets that are no tags", "html", "Why Vec<T> and x<y matter", "Why Vec<T> and x<y matter"],
    ["loses a CDATA section that was escaped itself", "html", "<![CDATA[Envoy defects]]>", "Envoy defects"],
    ["is one line", "html", " Envoy\n  defects ", "Envoy defects"],
    ["is taken as it stands where the feed says text", "text", "The <b> tag &amp; more", "The <b> tag &amp; more"],
  ] as const)("%s", (_fact, type, title, text) => {
    expect(titleToText(title, type)).toBe(text);
  });
});
