/* Says one line on gloox and prints the first that is said to it: gloox_chat JID PASSWORD PORT CA TO TEXT.
 * STARTTLS; gloox takes a -PLUS mechanism when one is offered (tls-unique, so TLS 1.2).
 * gloox 1.0.24 calls every certificate invalid and of an unknown signer, because the GnuTLS of today does not give it the
 * authorities any more: so only the name in the certificate is looked at here. */
#include <gloox/client.h>
#include <gloox/connectionlistener.h>
#include <gloox/message.h>
#include <gloox/messagehandler.h>

#include <cstdio>
#include <cstdlib>

using namespace gloox;

class Person : public ConnectionListener, public MessageHandler {
	Client client;
	JID to;
	std::string text;

public:
	bool is_answered = false;

	Person(char **argv) : client(JID(argv[1]), argv[2], atoi(argv[3])), to(argv[5]), text(argv[6])
	{
		StringList authorities;

		authorities.push_back(argv[4]);
		client.setServer("127.0.0.1");
		client.setTls(TLSRequired);
		client.setCACerts(authorities);
		client.registerConnectionListener(this);
		client.registerMessageHandler(this);
	}

	void run() { client.connect(true); }

	void onConnect() override { client.send(Message(Message::Chat, to, text)); }

	void onDisconnect(ConnectionError error) override
	{
		printf("disconnected: error %d, authentication %d\n", error, client.authError());
	}

	bool onTLSConnect(const CertInfo &info) override
	{
		printf("%s, certificate status %d\n", info.protocol.c_str(), info.status);
		return (info.status & ~(CertInvalid | CertSignerUnknown)) == CertOk;
	}

	void handleMessage(const Message &message, MessageSession *) override
	{
		printf("told: %s\n", message.body().c_str());
		is_answered = true;
		client.disconnect();
	}
};

int main(int argc, char **argv)
{
	if (argc != 7)
		return 2;
	setvbuf(stdout, nullptr, _IOLBF, 0);
	Person person(argv);

	person.run();
	return person.is_answered ? 0 : 1;
}
