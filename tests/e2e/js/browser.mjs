/* A headless Chromium that does what it is told, one line of JSON at a time: {"id": 1, "do": "open", "page": "a", …} gets {"id": 1,
 * "result": …} or {"id": 1, "error": "…"}. browser.py is the other end. Every page has a browser profile of its own unless it says with whom it
 * shares one. Names cannot be resolved but localhost, so nothing leaves the machine; what tries is remembered. */
import fs from "node:fs";
import readline from "node:readline";
import jsqr from "jsqr";
import { chromium } from "playwright-core";

/* A little less than javascript.py waits for the answer. */
const limit = 100000;
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM,
	args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
});
const pages = new Map();
const requests = [];
const complaints = [];

/* What a page's console says in red, such as what its policy forbids, and scripts that fail. */
function watch(page, name) {
	page.setDefaultTimeout(limit);
	page.on("request", (request) => requests.push(request.url()));
	page.on("websocket", (socket) => requests.push(socket.url()));
	page.on("console", (message) => {
		if (message.type() === "error")
			complaints.push(`${name}: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`${name}: ${error}`));
}

/* A page of its own, or another tab of the one it shares with. */
async function newPage(name, { shares, language = "en-US", width = 1200, height = 800, dark = false, touch = false, scripts = true,
			foreign = false }) {
	const context = shares ? pages.get(shares).context() : await browser.newContext({
		ignoreHTTPSErrors: true, locale: language, viewport: { width, height }, colorScheme: dark ? "dark" : "light", hasTouch: touch,
		javaScriptEnabled: scripts, bypassCSP: foreign,         /* foreign: scripts of ours in a page that would not let them */
	});
	const page = await context.newPage();
	watch(page, name);
	return page;
}

/* The picture is taken apart in an empty page: the other's policy does not let it. */
async function qrText(page, selector) {
	const shot = await page.locator(selector).screenshot();
	const empty = await browser.newPage();
	const { data, width, height } = await empty.evaluate(async (base64) => {
		const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
		const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
		context.drawImage(image, 0, 0);
		const pixels = context.getImageData(0, 0, image.width, image.height);
		return { data: [...pixels.data], width: pixels.width, height: pixels.height };
	}, shot.toString("base64"));
	await empty.close();
	return jsqr(Uint8ClampedArray.from(data), width, height)?.data ?? null;
}

const actions = {
	async open({ page: name, url, ...wishes }) {
		if (!pages.has(name))
			pages.set(name, await newPage(name, wishes));
		const answer = await pages.get(name).goto(url, { waitUntil: "load" });
		return answer.status();
	},
	click: ({ page, at }) => pages.get(page).locator(at).first().click(),
	/* An entry of a menu, which is shut when the page draws it anew: opened again until the entry lets itself be clicked. */
	async choose({ page: name, menu, at }) {
		const page = pages.get(name);
		const entry = page.locator(at).first();
		for (const end = Date.now() + limit; ;) {
			try {
				if (!await entry.isVisible())
					await page.locator(menu).first().click();
				return await entry.click({ timeout: limit / 10 });
			} catch (error) {
				if (Date.now() > end)
					throw error;
			}
		}
	},
	fill: ({ page, at, text }) => pages.get(page).locator(at).first().fill(text),
	press: ({ page, at, key }) => pages.get(page).locator(at).first().press(key),
	see: ({ page, at, state = "visible" }) => pages.get(page).locator(at).first().waitFor({ state }),
	count: ({ page, at }) => pages.get(page).locator(at).count(),
	text: ({ page, at }) => pages.get(page).locator(at).first().innerText(),
	give: ({ page, at, file }) => pages.get(page).locator(at).first().setInputFiles(file),
	evaluate: ({ page, script }) => pages.get(page).evaluate(script),
	load: ({ page, script }) => pages.get(page).evaluate(fs.readFileSync(new URL(`node_modules/${script}`, import.meta.url), "utf8")),
	qr: ({ page, at }) => qrText(pages.get(page), at),
	reload: ({ page }) => pages.get(page).reload(),
	async shot({ page, file, full = true }) {
		await pages.get(page).screenshot({ path: file, fullPage: full });
		return fs.statSync(file).size;
	},
	async close({ page }) {
		await pages.get(page).close();
		pages.delete(page);
	},
	requests: () => requests,
	complaints: () => complaints,
};

for await (const line of readline.createInterface({ input: process.stdin })) {
	const { id, do: action, ...details } = JSON.parse(line);
	try {
		console.log(JSON.stringify({ id, result: (await actions[action](details)) ?? null }));
	} catch (error) {
		console.log(JSON.stringify({ id, error: String(error.message ?? error) }));
	}
}
await browser.close();
