/* The home page in words (home.h). */
#include "mod_home/home.h"

const struct home_words home_languages[] = {
	{
		.lang = "en", .path = "/en", .name = "English",
		.title = "Messenger of %s",
		.lead = "Talk to each other in the browser or with an app: one to one, in groups, on all your devices.",
		.open_chat = "Open the chat",
		.no_account = "Your address is <b><i>name</i>@%s</b>.",
		.apps_title = "Connect with an app",
		.app = "Install an app for XMPP. Conversations (Android), Monal (iPhone, iPad, Mac), Gajim (Windows, Linux) "
			"and Dino (Linux) are good ones; any other will do.",
		.certificate = "This server vouches for itself, so your device has to know its certificate first. Install it once; "
			"then nobody can pretend to be this server.",
		.fingerprint = "Compare the SHA-256 fingerprint with whoever runs the server:",
		.download = "Download the certificate",
		.account = "In the app, add an account: <b><i>name</i>@%s</b> and your password.",
		.registration_open = "If you have none yet, the app can make it: choose to register a new account.",
		.registration_invite = "If you have none yet, ask for an invitation.",
		.registration_closed = "If you have none yet, ask whoever runs this server.",
		.ports_title = "If the app asks for more",
		.starttls = "STARTTLS", .direct_tls = "Direct TLS", .websocket = "WebSocket", .port = "port",
		.qr_title = "On your phone",
		.qr_text = "Scan this with the camera to open this page.",
	}, {
		.lang = "de", .path = "/de", .name = "Deutsch",
		.title = "Messenger von %s",
		.lead = "Miteinander reden, im Browser oder mit einer App: zu zweit, in Gruppen, auf allen Geräten.",
		.open_chat = "Chat öffnen",
		.no_account = "Deine Adresse ist <b><i>name</i>@%s</b>.",
		.apps_title = "Mit einer App verbinden",
		.app = "Installiere eine App für XMPP. Gut sind Conversations (Android), Monal (iPhone, iPad, Mac), Gajim (Windows, Linux) "
			"und Dino (Linux); jede andere geht auch.",
		.certificate = "Dieser Server bürgt für sich selbst, darum muss dein Gerät zuerst sein Zertifikat kennen. Installiere es einmal; "
			"dann kann sich niemand für diesen Server ausgeben.",
		.fingerprint = "Vergleiche den SHA-256-Fingerabdruck mit denen, die den Server betreiben:",
		.download = "Zertifikat herunterladen",
		.account = "Füge in der App ein Konto hinzu: <b><i>name</i>@%s</b> und dein Passwort.",
		.registration_open = "Wenn du noch keins hast, kann die App es anlegen: Wähle „Neues Konto registrieren“.",
		.registration_invite = "Wenn du noch keins hast, bitte um eine Einladung.",
		.registration_closed = "Wenn du noch keins hast, frag die, die diesen Server betreiben.",
		.ports_title = "Wenn die App mehr wissen will",
		.starttls = "STARTTLS", .direct_tls = "Direktes TLS", .websocket = "WebSocket", .port = "Port",
		.qr_title = "Auf dem Handy",
		.qr_text = "Mit der Kamera scannen, um diese Seite zu öffnen.",
	},
	{ .lang = NULL }
};
