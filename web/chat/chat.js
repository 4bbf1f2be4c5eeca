/* Starts Converse.js for the server that this page came from, and for no other: settings.json is that server's word on itself. */
import converse from "./converse.min.js";

const assets = new URL(".", import.meta.url).pathname.replace(/\/$/, "");

const words = {
	en: {
		trouble: "The chat server does not answer. Try again in a moment.",
		home: "Other ways to connect",
		licences: "Made with Converse.js: licences",
	},
	de: {
		trouble: "Der Chat-Server antwortet nicht. Bitte gleich noch einmal versuchen.",
		home: "Andere Wege zum Chat",
		licences: "Mit Converse.js gemacht: Lizenzen",
	},
};

const language = navigator.languages.map((name) => name.slice(0, 2)).find((name) => name in words) ?? "en";

function complain() {
	const place = document.getElementById("trouble");
	place.lang = language;
	place.textContent = words[language].trouble;
	place.hidden = false;
}

async function ask() {
	const answer = await fetch("settings.json", { cache: "no-store" });
	if (!answer.ok)
		throw new Error(`settings.json: ${answer.status}`);
	return answer.json();
}

/* ---- where Converse.js is changed: what it shows of its authors, and loads from them, is ours to say ---- */

function link(href, text) {
	const element = document.createElement("a");
	element.href = href;
	element.lang = language;
	element.textContent = text;
	return element;
}

function brandElement(domain) {
	return class extends HTMLElement {
		connectedCallback() {
			const logo = document.createElement("img");
			logo.src = "/nexa.svg";
			logo.alt = "";
			this.replaceChildren(logo, domain);
		}
	};
}

class FooterElement extends HTMLElement {
	connectedCallback() {
		this.replaceChildren(link("/", words[language].home), link("licences.txt", words[language].licences));
	}
}

class NothingElement extends HTMLElement {}

/* COMPAT: after a reconnection Converse.js 14 throws away what it knew of presence, but its contacts still look at that. What they look at is put
 * back, empty, before the server tells anew who is there. */
function keepPresences({ presences, roster }, isReconnection) {
	if (!isReconnection)
		return;
	for (const { presence } of roster.models) {
		if (presence && !presences.get(presence.get("jid"))) {
			presence.initialize();
			presence.set({ presence: "offline", show: undefined });
			presences.add(presence);
		}
	}
}

function addPlugin(domain) {
	converse.plugins.add("nexa", {
		initialize() {
			const { api, state } = this._converse;
			api.elements.define("converse-brand-logo", brandElement(domain));
			api.elements.define("converse-footer", FooterElement);
			api.elements.define("converse-controlbox-navbar", NothingElement);
			api.listen.on("presencesInitialized", (isReconnection) => keepPresences(state, isReconnection));
		},
	});
}

/* ---- */

/* The page came from the server, and so do all its connections. */
const websocket = new URL("/ws", location.href.replace(/^http/, "ws")).href;
const bosh = new URL("/bosh", location.href).href;
const websocketTime = 10000;

/* Some proxies let no WebSocket through. COMPAT: Converse.js 14 tries the one again and again when it knows of both. */
function getsThrough(url) {
	return new Promise((resolve) => {
		const socket = new WebSocket(url, "xmpp");
		const end = (answer) => {
			resolve(answer);
			socket.close();
		};
		socket.onopen = () => end(true);
		socket.onerror = () => end(false);
		setTimeout(end, websocketTime, false);
	});
}

async function transport(server) {
	return !server.bosh || await getsThrough(websocket) ? { websocket_url: websocket } : { bosh_service_url: bosh };
}

async function start(server) {
	document.title = `Chat – ${server.domain}`;
	addPlugin(server.domain);
	const files = [location.origin, ...server.files].map((url) => new URL(url).hostname);
	return converse.initialize({
		/* this server; who is at another of its domains writes the whole address */
		default_domain: server.domain,
		...await transport(server),
		muc_domain: server.rooms ?? undefined,
		registration_domain: server.domain,
		allow_registration: server.registration,

		/* nobody else: no discovery at other addresses, no directories, pictures and players of other sites */
		discover_connection_methods: false,
		muc_search_service: server.rooms ?? "none",     /* without one, nobody can type the name of a room */
		providers_link: null,
		xmpp_providers_url: null,
		autocomplete_providers_url: null,
		embed_3rd_party_media_players: false,
		allowed_image_domains: files,
		allowed_audio_domains: files,
		allowed_video_domains: files,
		use_system_emojis: true,
		visible_toolbar_buttons: { call: false, clear: true, emoji: true, location: false, spoiler: true },

		whitelisted_plugins: ["nexa"],
		blacklisted_plugins: ["converse-omemo"],        /* it needs PEP, and a library that we do not bring (NOTICE) */

		/* how it looks and what it keeps */
		assets_path: assets,
		notification_icon: `${assets}/images/logo/conversejs-filled.svg`,
		sounds_path: `${assets}/sounds/`,
		view_mode: "fullscreen",
		theme: "classic",
		dark_theme: "dracula",
		auto_reconnect: true,
		loglevel: "warn",
	});
}

ask().then(start).catch((error) => {
	console.error(error);
	complain();
});
