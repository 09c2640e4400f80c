// Runs inside a page: its last line says what is wrong with what the page shows.

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
function colorOf(text) {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

/** The first opaque background behind an element; mails use no half-transparent ones. */
function backgroundOf(element) {
  for (let node = element; node !== null; node = node.parentElement) {
    const color = colorOf(getComputedStyle(node).backgroundColor);
    if (color[3] > 0) return color;
  }
  return [255, 255, 255, 1];
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(element) {
  const lights = [colorOf(getComputedStyle(element).color), backgroundOf(element)].map(luminance);
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** Text that runs from right to left needs an element, or an isolate, that lets it. */
function hasDirection(element, text) {
  if (text.includes("\u2068")) return true;
  return element.closest("bdi, [dir=auto], [dir=rtl]") !== null;
}

function textNodes() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode() !== null) if (walker.currentNode.data.trim() !== "") nodes.push(walker.currentNode);
  return nodes;
}

function textFaults() {
  return textNodes().flatMap(({ data, parentElement }) => {
    const words = data.trim().slice(0, 40);
    const contrast = contrastOf(parentElement);
    return [
      ...(contrast < 4.5 ? [`contrast ${contrast.toFixed(2)} of "${words}"`] : []),
      ...(RIGHT_TO_LEFT.test(data) && !hasDirection(parentElement, data) ? [`no direction of "${words}"`] : []),
    ];
  });
}

function structureFaults() {
  const foreign = [...document.querySelectorAll("script, img, link, iframe, object, embed, form, svg")];
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName[1]));
  return [
    ...foreign.map(({ tagName }) => `<${tagName.toLowerCase()}>`),
    ...links.filter((href) => !/^https?:\/\//.test(href)).map((href) => `a link to "${href}"`),
    ...(levels[0] === 1 && levels.filter((level) => level === 1).length === 1 ? [] : ["not one h1, first of all"]),
    ...levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).map((level) => `h${level} out of order`),
  ];
}

function pageFaults() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide on ${clientWidth} px`] : [];
  return [...wide, ...textFaults(), ...structureFaults()];
}

pageFaults();
