/* Puts the web client together: dist/ is what the server serves, and needs neither node nor a registry any more.
 *
 *   npm ci && node build.mjs
 *
 * Converse.js comes from its package as its authors bundled it (there is no bundler of our own to keep up to date), but for the way it sets its
 * styles, and without libomemo.js (NOTICE); added are our page, our style and the script that starts it. Everything but the page lies in a
 * directory that is named after the digest of all that is in it, so browsers may keep it for ever, and the page names that directory. Beside each
 * text lie its .br and .gz, made as small as they get.
 * The same sources give the same bytes, as far as node's zlib is the same. dist/.made-from holds the digest of those sources; `node build.mjs --is-fresh` compares. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "dist");
const modules = path.join(here, "node_modules");
const converse = path.join(modules, "converse.js");

/* What its authors' bundle holds besides Converse.js itself: they list every module in the unminified one. */
const bundled = [
	"@converse/openpromise", "@converse/skeletor", "@lit/reactive-element", "@popperjs/core", "bootstrap", "dayjs", "dompurify",
	"favico.js-slevomat", "filesize", "gifuct-js", "hsluv", "jed", "js-binary-schema-parser", "lit", "lit-element", "lit-html",
	"localforage-webextensionstorage-driver", "lodash-es", "pluggable.js", "pouchdb-adapter-idb", "sizzle", "sprintf-js", "strophe.js",
];
/* These made the bundle; what is left of them in it is a few lines. */
const tools = ["@rspack/core", "css-loader", "postcss-loader", "sass-loader", "style-loader"];

function filesBelow(dir) {
	return fs.readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
		const file = path.join(dir, entry.name);
		return entry.isDirectory() ? filesBelow(file) : [file];
	});
}

function digestOf(files, root) {
	const hash = createHash("sha256");
	for (const file of files) {
		hash.update(path.relative(root, file) + "\0");
		hash.update(createHash("sha256").update(fs.readFileSync(file)).digest());
	}
	return hash.digest("hex");
}

function digestOfSources() {
	const own = ["build.mjs", "package.json", "package-lock.json", "NOTICE"].map((name) => path.join(here, name));
	return digestOf([...own, ...filesBelow(path.join(here, "chat"))], here);
}

function copy(from, to) {
	fs.mkdirSync(path.dirname(to), { recursive: true });
	fs.copyFileSync(from, to);
}

/* ---- Converse.js ---- */

/* The page's policy takes no style as text, in attributes or elements, because markup from strangers could bring such text. Converse.js sets its
 * own so, and here that becomes what a policy always allows: lit sets element.style, and style-loader makes CSSStyleSheets. */
const styleLoader = [
	["insertStyleElement", "e.exports=()=>new CSSStyleSheet()"],
	["styleTagTransform", "e.exports=(css,sheet)=>{sheet.replaceSync(css);document.adoptedStyleSheets.push(sheet)}"],
];

function replaceOnce(text, pattern, replacement) {
	if (text.match(new RegExp(pattern, "g"))?.length !== 1)
		throw new Error(`Converse.js sets its styles in another way than 14.0.0, where ${pattern} was: look how, and mend build.mjs`);
	return text.replace(pattern, replacement);
}

function withoutInlineStyles(text) {
	for (const [name, code] of styleLoader)
		text = replaceOnce(text, new RegExp(`("./node_modules/style-loader/dist/runtime/${name}.js"\\(e\\)){.*?}(?=,"\\./)`), `$1{${code}}`);
	text = replaceOnce(text, /(\w+)\.setAttribute\("style",(\w+)\)/, "$1.style.cssText=$2");
	/* In templates: style="${…}" and style="--a:${…}", then style="…". */
	return text.replaceAll(/ style="(?=[^"]*\$\{)/g, " .style=\"").replaceAll(/ style="([^"]+)"/g, " .style=\"${\"$1\"}\"");
}

/* No source maps: browsers would ask for them, and they are three times as large as all the rest. */
function copyScript(from, to, change = (text) => text) {
	fs.mkdirSync(path.dirname(to), { recursive: true });
	fs.writeFileSync(to, change(fs.readFileSync(from, "utf8").replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n")));
}

function copyConverse(assets) {
	const from = path.join(converse, "dist");
	copyScript(path.join(from, "converse.min.js"), path.join(assets, "converse.min.js"), withoutInlineStyles);
	copyScript(path.join(from, "shared-connection-worker.js"), path.join(assets, "shared-connection-worker.js"));
	for (const name of ["converse.min.css", "emoji.json"])
		copy(path.join(from, name), path.join(assets, name));
	for (const dir of ["chunkjs", "images", "sounds", "webfonts"]) {
		for (const file of filesBelow(path.join(from, dir))) {
			if (file.endsWith(".js"))
				copyScript(file, path.join(assets, path.relative(from, file)));
			else if (!file.endsWith(".map"))
				copy(file, path.join(assets, path.relative(from, file)));
		}
	}
}

/* ---- licences ---- */

function licenceOf(name) {
	const dir = path.join(modules, name);
	const about = JSON.parse(fs.readFileSync(path.join(dir, "package.json"), "utf8"));
	const file = fs.readdirSync(dir).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
	const text = file ? fs.readFileSync(path.join(dir, file), "utf8").trim() : "(its package holds no text of the licence)";
	return `${about.name} ${about.version}: ${about.license}\n\n${text}\n`;
}

/* A new version of Converse.js may bring others: then the build says so, and a person looks at their licences. */
function checkBundled() {
	const text = fs.readFileSync(path.join(converse, "dist", "converse.js"), "utf8");
	const known = new Set([...bundled, ...tools]);
	for (const [, name] of text.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/g)) {
		if (!known.has(name))
			throw new Error(`Converse.js brings ${name}, whose licence is not in NOTICE: add it there and to build.mjs`);
	}
}

/* NOTICE says what there is, with the texts of those whose packages are not among ours; the others bring their texts. */
function licences() {
	const notice = fs.readFileSync(path.join(here, "NOTICE"), "utf8");
	const texts = [];
	for (const name of ["converse.js", ...bundled]) {
		if (!notice.includes(name))
			throw new Error(`NOTICE does not name ${name}`);
		if (fs.existsSync(path.join(modules, name)))
			texts.push(licenceOf(name));
	}
	const line = "\n" + "-".repeat(100) + "\n\n";
	return notice + line + texts.join(line);
}

/* ---- compression ---- */

const compressible = new Set([".css", ".html", ".js", ".json", ".svg", ".ttf", ".txt", ".wasm"]);
const smallest = 1024;

function compress(file) {
	const data = fs.readFileSync(file);
	if (!compressible.has(path.extname(file)) || data.length < smallest)
		return;
	const variants = {
		".br": zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: data.length } }),
		".gz": zlib.gzipSync(data, { level: 9 }),
	};
	for (const [suffix, packed] of Object.entries(variants)) {
		if (packed.length < data.length * 0.9)
			fs.writeFileSync(file + suffix, packed);
	}
}

/* ---- all of it ---- */

function build() {
	const making = path.join(here, "dist.making");
	const chat = path.join(making, "chat");
	const assets = path.join(chat, "assets");
	checkBundled();
	fs.rmSync(making, { recursive: true, force: true });
	copyConverse(assets);
	for (const name of ["chat.css", "chat.js"])
		copy(path.join(here, "chat", name), path.join(assets, name));
	const hashed = "assets." + digestOf(filesBelow(assets), assets).slice(0, 16);
	fs.renameSync(assets, path.join(chat, hashed));
	const page = fs.readFileSync(path.join(here, "chat", "index.html"), "utf8");
	fs.writeFileSync(path.join(chat, "index.html"), page.replaceAll("@ASSETS@", hashed));
	fs.writeFileSync(path.join(chat, "licences.txt"), licences());
	filesBelow(making).forEach(compress);
	fs.writeFileSync(path.join(making, ".made-from"), digestOfSources() + "\n");
	fs.rmSync(dist, { recursive: true, force: true });
	fs.renameSync(making, dist);
}

function isFresh() {
	const stamp = path.join(dist, ".made-from");
	return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8").trim() === digestOfSources();
}

if (process.argv[2] === "--is-fresh")
	process.exitCode = isFresh() ? 0 : 1;
else
	build();
