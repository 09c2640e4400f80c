// Draws what the demo server says, once a second. Everything that came from a feed is set as text, never as markup.

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Slack's mrkdwn as nodes: `*bold*`, `_italic_`, `<url|text>`, `<!date^seconds^format|fallback>`, entities. */
function mrkdwn(text) {
  const nodes = [];
  const pattern = /<([^>|]+)(?:\|([^>]*))?>|\*([^*\n]+)\*|_([^_\n]+)_/g;
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(plain(text.slice(last, match.index)));
    last = match.index + match[0].length;
    nodes.push(mrkdwnNode(match));
  }
  nodes.push(plain(text.slice(last)));
  return nodes;
}

function mrkdwnNode([whole, target, label, bold, italic]) {
  if (bold !== undefined) return element("b", {}, ...mrkdwn(bold));
  if (italic !== undefined) return element("i", {}, ...mrkdwn(italic));
  if (target.startsWith("!date")) return plain(label ?? whole);
  if (target.startsWith("!")) return element("i", {}, `@${label ?? target.slice(1)}`);
  return element("a", { href: target, rel: "noreferrer", target: "_blank" }, plain(label ?? target));
}

function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A piece of a rich_text section. */
function drawPiece({ type, text, url, style = {} }) {
  if (type === "emoji") return "";
  let node =
    type === "link" ? element("a", { href: url, rel: "noreferrer", target: "_blank" }, text ?? url) : (text ?? "");
  if (style.bold) node = element("b", {}, node);
  if (style.code) node = element("code", {}, node);
  return node;
}

function drawRich({ elements }) {
  return elements.map((part) =>
    element(part.type === "rich_text_quote" ? "blockquote" : "div", { dir: "auto" }, ...part.elements.map(drawPiece)),
  );
}

function textsOf(block) {
  if (block.type === "rich_text") return [];
  return [block.text, ...(block.elements ?? []), ...(block.fields ?? [])].filter(
    (part) => typeof part?.text === "string",
  );
}

function drawBlock(block) {
  const node = element("div", { class: `block ${block.type}`, dir: "auto" });
  if (block.type === "rich_text") node.append(...drawRich(block));
  for (const [index, part] of textsOf(block).entries()) {
    if (index > 0) node.append("  ·  ");
    node.append(...(part.type === "plain_text" ? [part.text] : mrkdwn(part.text)));
  }
  return node;
}

function drawMessage(message, replies = []) {
  const thread = replies.map((reply) => element("blockquote", {}, ...reply.blocks.map(drawBlock)));
  const entry = element("li", {}, ...message.blocks.map(drawBlock), ...thread);
  const raw = element(
    "details",
    {},
    element("summary", { class: "meta" }, "the JSON Slack gets"),
    element("pre", {}, JSON.stringify(message, null, 1)),
  );
  entry.append(raw);
  return entry;
}

function drawItem(item) {
  const headline = element("strong", { class: "headline", dir: "auto" }, item.title);
  return element(
    "li",
    { class: item.alerted ? "alerted" : "quiet" },
    headline,
    element("span", { class: "meta" }, `${item.feed}${item.alerted ? " · told the desk" : ""}`),
  );
}

function drawMail(mail) {
  // The sandbox runs no script; of the same origin, so that its height can be read.
  const frame = element("iframe", { sandbox: "allow-same-origin", title: mail.subject, srcdoc: mail.html });
  frame.addEventListener("load", () => {
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
  });
  return element(
    "li",
    {},
    element("strong", { class: "headline", dir: "auto" }, mail.subject),
    element("span", { class: "meta" }, `to ${mail.to}`),
    frame,
  );
}

/** Posts with what stands in their threads. */
function drawThreads(messages) {
  const posts = messages.filter(({ threadTs }) => threadTs === null);
  return posts.map((post) => {
    return drawMessage(
      post,
      messages.filter(({ threadTs }) => threadTs === post.ts),
    );
  });
}

const drawn = { items: "", messages: "", mails: 0 };

function draw(state) {
  document.querySelector("#state").textContent = state.summary;
  const items = JSON.stringify(state.items);
  if (items !== drawn.items)
    document.querySelector("#items").replaceChildren(...state.items.map(drawItem).toReversed());
  drawn.items = items;
  const messages = JSON.stringify(state.messages);
  if (messages !== drawn.messages)
    document.querySelector("#messages").replaceChildren(...drawThreads(state.messages).toReversed());
  drawn.messages = messages;
  for (const mail of state.mails.slice(drawn.mails)) document.querySelector("#mails").prepend(drawMail(mail));
  drawn.mails = state.mails.length;
}

async function refresh() {
  try {
    const answer = await fetch("/state.json");
    draw(await answer.json());
  } catch {
    document.querySelector("#state").textContent = "the demo has ended";
  }
}

await refresh();
setInterval(() => void refresh(), 1000);
