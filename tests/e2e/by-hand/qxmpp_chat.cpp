/* Says one line on QXmpp and prints the first that is said to it: qxmpp_chat JID PASSWORD PORT CA TO TEXT [direct].
 * STARTTLS or, with "direct", TLS from the first byte; verified against CA. */
#include <QCoreApplication>
#include <QSslCertificate>
#include <QTimer>
#include <QXmppClient.h>
#include <QXmppConfiguration.h>
#include <QXmppMessage.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#define LIMIT_MS 20000

int main(int argc, char **argv)
{
	if (argc < 7)
		return 2;
	setvbuf(stdout, nullptr, _IOLBF, 0);
	bool is_direct = argc > 7 && strcmp(argv[7], "direct") == 0;
	QString to = argv[5], text = argv[6];
	QCoreApplication app(argc, argv);
	QXmppConfiguration conf;
	QXmppClient client;

	conf.setJid(argv[1]);
	conf.setPassword(argv[2]);
	conf.setHost("127.0.0.1");
	conf.setPort(atoi(argv[3]));
	conf.setCaCertificates(QSslCertificate::fromPath(argv[4]));
	conf.setIgnoreSslErrors(false);
	conf.setStreamSecurityMode(is_direct ? QXmppConfiguration::LegacySSL : QXmppConfiguration::TLSRequired);
	conf.setAutoReconnectionEnabled(false);
	QObject::connect(&client, &QXmppClient::connected, [&] { client.sendMessage(to, text); });
	QObject::connect(&client, &QXmppClient::messageReceived, [&](const QXmppMessage &message) {
		printf("told: %s\n", message.body().toUtf8().constData());
		client.disconnectFromServer();
		app.exit(0);
	});
	QObject::connect(&client, &QXmppClient::error, [&](QXmppClient::Error error) { printf("error %d\n", error); });
	QTimer::singleShot(LIMIT_MS, [&] { app.exit(1); });
	client.connectToServer(conf);
	return app.exec();
}
