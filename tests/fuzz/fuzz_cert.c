/* A client's certificate, in DER: the addresses in it (RFC 6120 section 13.7.1.4). OpenSSL takes it apart; what it hands over is
 * hostile all the same. */
#include <openssl/x509.h>
#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "base/pool.h"
#include "base/str.h"
#include "net/tls_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	X509 *cert = d2i_X509(NULL, &data, (long)size);

	if (!cert)
		return 0;
	struct nx_pool *pool = nx_pool_new("fuzz", 0);
	const char *const *addresses = nx_tls_certificate_addresses(cert, pool);

	for (; *addresses; addresses++)
		nx_assert(nx_utf8_is_valid(*addresses, strlen(*addresses)));
	nx_pool_free(&pool);
	X509_free(cert);
	return 0;
}
