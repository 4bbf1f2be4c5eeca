/* One person at a client library: node client.mjs LIBRARY URL JID PASSWORD. It says {"event": "online"} on standard output when it is there,
 * {"event": "message", "from": …, "body": …} for what it hears, and {"event": "error", …} when something fails; each line
 * {"to": …, "body": …} of standard input is a message to send, its end is the end. NODE_EXTRA_CA_CERTS says whom to trust. */
import { webcrypto } from "node:crypto";
import readline from "node:readline";
import { WebSocket } from "ws";

/* What the libraries have to say to people. */
console.log = console.info = console.debug = console.error;

/* Libraries that are written for browsers take theirs. */
globalThis.WebSocket ??= WebSocket;
globalThis.crypto ??= webcrypto;

function tell(event, details = {}) {
	process.stdout.write(JSON.stringify({ event, ...details }) + "\n");
}

function fail(error) {
	tell("error", { text: String(error?.message ?? error) });
	process.exit(1);
}

const libraries = {
	async strophe(url, jid, password) {
		const { Strophe, $msg, $pres } = await import("strophe.js");
		const connection = new Strophe.Connection(url);
		const ended = new Promise((resolve) => {
			connection.connect(jid, password, (status, text) => {
				if (status === Strophe.Status.CONNECTED) {
					connection.send($pres());
					tell("online", { mechanism: connection._sasl_mechanism?.mechname });
				} else if ([Strophe.Status.AUTHFAIL, Strophe.Status.CONNFAIL, Strophe.Status.ERROR].includes(status)) {
					fail(text ?? `status ${status}`);
				} else if (status === Strophe.Status.DISCONNECTED) {
					resolve();
				}
			});
		});
		connection.addHandler((stanza) => {
			const body = stanza.getElementsByTagName("body")[0];
			if (body)
				tell("message", { from: stanza.getAttribute("from"), body: body.textContent });
			return true;
		}, null, "message");
		return {
			send: (to, body) => connection.send($msg({ to, type: "chat" }).c("body").t(body)),
			stop() {
				connection.flush();
				connection.disconnect();
				return ended;
			},
		};
	},

	async xmpp(url, jid, password) {
		const { client, xml } = await import("@xmpp/client");
		const [username, domain] = jid.split("@");
		const xmpp = client({ service: url, domain, username, password });
		xmpp.on("error", fail);
		xmpp.on("stanza", (stanza) => {
			if (stanza.is("message") && stanza.getChild("body"))
				tell("message", { from: stanza.attrs.from, body: stanza.getChildText("body") });
		});
		xmpp.on("online", async () => {
			await xmpp.send(xml("presence"));
			tell("online");
		});
		xmpp.start().catch(fail);
		return {
			send: (to, body) => xmpp.send(xml("message", { to, type: "chat" }, xml("body", {}, body))),
			stop: () => xmpp.stop(),
		};
	},

	async stanza(url, jid, password) {
		const { createClient } = await import("stanza");
		const client = createClient({ jid, password, transports: { [url.startsWith("ws") ? "websocket" : "bosh"]: url } });
		client.on("session:started", async () => {
			await client.getRoster();
			client.sendPresence();
			tell("online");
		});
		client.on("chat", (message) => tell("message", { from: message.from, body: message.body }));
		client.on("auth:failed", () => fail("the login failed"));
		client.on("stream:error", (error) => fail(error.text ?? error.condition));
		client.connect();
		return {
			send: (to, body) => client.sendMessage({ to, body, type: "chat" }),
			stop() {
				const ended = new Promise((resolve) => client.on("disconnected", resolve));
				client.disconnect();
				return ended;
			},
		};
	},
};

process.on("unhandledRejection", fail);
const [library, url, jid, password] = process.argv.slice(2);
const person = await libraries[library](url, jid, password);
for await (const line of readline.createInterface({ input: process.stdin })) {
	const { to, body } = JSON.parse(line);
	await person.send(to, body);
}
await person.stop();
process.exit(0);
