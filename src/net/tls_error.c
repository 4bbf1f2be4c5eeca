/* OpenSSL's error queue in words that an administrator understands. */
#include "net/tls_private.h"

#include "base/error.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <stdarg.h>
#include <stdio.h>

/* What usually is behind a reason; the others are told in OpenSSL's own words. */
static const struct {
	int lib, reason;
	const char *text;
} reasons[] = {
	{ ERR_LIB_SSL, SSL_R_HTTP_REQUEST, "the client speaks HTTP without TLS" },
	{ ERR_LIB_SSL, SSL_R_WRONG_VERSION_NUMBER, "what the client sent is not TLS" },
	{ ERR_LIB_SSL, SSL_R_UNSUPPORTED_PROTOCOL, "the client offers no version from TLS 1.2 on" },
	{ ERR_LIB_SSL, SSL_R_NO_SHARED_CIPHER, "the client offers no cipher that this server accepts" },
	{ ERR_LIB_SSL, SSL_R_NO_SUITABLE_KEY_SHARE, "the client offers no key exchange that this server accepts" },
	{ ERR_LIB_SSL, SSL_R_NO_APPLICATION_PROTOCOL, "the client asked for another protocol (ALPN)" },
	{ ERR_LIB_SSL, SSL_R_TLSV1_ALERT_UNKNOWN_CA, "the client does not trust the authority that issued our certificate" },
	{ ERR_LIB_SSL, SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN, "the client does not accept our certificate" },
	{ ERR_LIB_SSL, SSL_R_SSLV3_ALERT_BAD_CERTIFICATE, "the client does not accept our certificate" },
	{ ERR_LIB_SSL, SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED, "the client says that our certificate is out of date" },
	{ ERR_LIB_PEM, PEM_R_NO_START_LINE, "it is not in PEM form" },
	{ ERR_LIB_SSL, SSL_R_EE_KEY_TOO_SMALL, "its key is too short; make one with 2048 bits or P-256" },
};

static const char *reason_text(unsigned long code)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].lib == ERR_GET_LIB(code) && reasons[i].reason == ERR_GET_REASON(code))
			return reasons[i].text;
	}
	return ERR_reason_error_string(code);
}

int nx_tls_fail(struct nx_error *err, const char *fmt, ...)
{
	unsigned long code = ERR_peek_error();
	const char *why = code ? reason_text(code) : NULL;
	char what[PATH_MAX + 100];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	if (why)
		nx_fail(err, NX_E_SYSTEM, "%s: %s", what, why);
	else
		nx_fail(err, NX_E_SYSTEM, "%s", what);
	ERR_clear_error();
	return -1;
}
