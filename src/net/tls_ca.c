/* The server's own certificate authority (tls.h), for networks without a public one.
 *
 * Keys are written before certificates: a crash in between leaves a key without certificate, and the next start makes the
 * certificate for it (authority) or both anew (server). The authority never changes by itself, because people
 * have installed ca.pem on their devices; the server's certificate may change at any time. RFC 5280 sections 4.1 and 4.2. */
#include "net/tls.h"

#include "base/error.h"
#include "base/rand.h"
#include "net/tls_private.h"

#include <errno.h>
#include <limits.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CA_DAYS 3650
#define SERVER_DAYS 397
#define RENEW_DAYS 30
#define CLOCK_SKEW_SECS 3600            /* a device whose clock is a little behind is served too */
#define MAX_COMMON_NAME 64              /* ub-common-name, RFC 5280 appendix A.1 */

struct paths {
	char ca_cert[PATH_MAX], ca_key[PATH_MAX], cert[PATH_MAX], key[PATH_MAX];
};

struct authority {
	X509 *cert;
	EVP_PKEY *key;
};

static int path_set(char path[PATH_MAX], const char *dir, const char *name, const char *suffix, struct nx_error *err)
{
	if (snprintf(path, PATH_MAX, "%s/%s%s", dir, name, suffix) >= PATH_MAX)
		return nx_fail(err, NX_E_CONFIG, "the directory name %.100s… is too long", dir);
	return 0;
}

static int paths_set(struct paths *paths, const char *dir, const char *name, struct nx_error *err)
{
	if (path_set(paths->ca_cert, dir, "ca", ".pem", err) != 0 ||
	    path_set(paths->ca_key, dir, "ca", ".key", err) != 0 ||
	    path_set(paths->cert, dir, name, ".pem", err) != 0)
		return -1;
	return path_set(paths->key, dir, name, ".key", err);
}

static bool file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* --- making --- */

static EVP_PKEY *key_make(const char *path, struct nx_error *err)
{
	EVP_PKEY *key = EVP_EC_gen("P-256");
	BIO *bio = BIO_new(BIO_s_mem());

	if (!key || !bio || PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL) != 1) {
		nx_tls_fail(err, "cannot make a key for %s", path);
	} else if (nx_tls_file_write(path, bio, 0600, err) == 0) {
		BIO_free(bio);
		return key;
	}
	BIO_free(bio);
	EVP_PKEY_free(key);
	return NULL;
}

static bool extension_add(X509 *cert, X509 *issuer, int nid, const char *value)
{
	X509V3_CTX ctx;

	X509V3_set_ctx(&ctx, issuer, cert, NULL, NULL, 0);
	X509_EXTENSION *ext = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
	bool is_added = ext && X509_add_ext(cert, ext, -1) == 1;

	X509_EXTENSION_free(ext);
	return is_added;
}

/* RFC 5280 section 4.1.2.2: positive, at most 20 octets; random so that two of ours never clash. */
static bool serial_set(X509 *cert)
{
	unsigned char bytes[16];

	nx_rand_bytes(bytes, sizeof(bytes));
	bytes[0] = (unsigned char)((bytes[0] & 0x7f) | 0x40);
	BIGNUM *number = BN_bin2bn(bytes, sizeof(bytes), NULL);
	bool is_set = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(cert)) != NULL;

	BN_free(number);
	return is_set;
}

/* Everything but extensions and signature; valid for some days, but not longer than the issuer. */
static X509 *cert_begin(EVP_PKEY *key, const char *common_name, int days, const X509 *issuer)
{
	X509 *cert = X509_new();
	bool is_good = cert && X509_set_version(cert, X509_VERSION_3) == 1 && serial_set(cert) &&
		       X509_set_pubkey(cert, key) == 1 &&
		       X509_gmtime_adj(X509_getm_notBefore(cert), -CLOCK_SKEW_SECS) &&
		       X509_time_adj_ex(X509_getm_notAfter(cert), days, -CLOCK_SKEW_SECS, NULL) &&
		       X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_UTF8,
						  (const unsigned char *)common_name, -1, -1, 0) == 1 &&
		       X509_set_issuer_name(cert, X509_get_subject_name(issuer ? issuer : cert)) == 1;

	if (is_good && issuer && ASN1_TIME_compare(X509_get0_notAfter(cert), X509_get0_notAfter(issuer)) > 0)
		is_good = X509_set1_notAfter(cert, X509_get0_notAfter(issuer)) == 1;
	if (is_good)
		return cert;
	X509_free(cert);
	return NULL;
}

static int chain_write(const char *path, X509 *cert, X509 *issuer, struct nx_error *err)
{
	BIO *bio = BIO_new(BIO_s_mem());
	int rc = -1;

	if (bio && PEM_write_bio_X509(bio, cert) == 1 && (!issuer || PEM_write_bio_X509(bio, issuer) == 1))
		rc = nx_tls_file_write(path, bio, 0644, err);
	else
		nx_tls_fail(err, "cannot make the certificate %s", path);
	BIO_free(bio);
	return rc;
}

static X509 *ca_make(const char *path, EVP_PKEY *key, const char *for_whom, struct nx_error *err)
{
	char name[MAX_COMMON_NAME + 1];

	snprintf(name, sizeof(name), "Nexa CA %s", for_whom);
	X509 *cert = cert_begin(key, name, CA_DAYS, NULL);

	if (!cert || !extension_add(cert, cert, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
	    !extension_add(cert, cert, NID_key_usage, "critical,keyCertSign,cRLSign") ||
	    !extension_add(cert, cert, NID_subject_key_identifier, "hash") ||
	    X509_sign(cert, key, EVP_sha256()) == 0) {
		nx_tls_fail(err, "cannot make the certificate %s", path);
	} else if (chain_write(path, cert, NULL, err) == 0) {
		return cert;
	}
	X509_free(cert);
	return NULL;
}

/* --- the authority --- */

static int authority_check(const struct authority *ca, const char *path, struct nx_error *err)
{
	if (X509_check_private_key(ca->cert, ca->key) != 1) {
		ERR_clear_error();
		return nx_fail(err, NX_E_CONFIG, "%s and its ca.key do not belong together; restore them from a backup, or "
			       "remove both to make a new authority", path);
	}
	if (X509_cmp_current_time(X509_get0_notAfter(ca->cert)) < 0)
		return nx_fail(err, NX_E_CONFIG, "the authority %s has expired; remove it and ca.key to make a new one, "
			       "and install that on the devices", path);
	return 0;
}

/* 1: made, 0: was there, -1. */
static int authority_get(struct authority *ca, const struct paths *paths, const char *for_whom, struct nx_error *err)
{
	bool has_cert = file_exists(paths->ca_cert);

	if (has_cert && !file_exists(paths->ca_key))
		return nx_fail(err, NX_E_CONFIG, "%s is there but not its ca.key; restore that from a backup, or remove "
			       "ca.pem to make a new authority", paths->ca_cert);
	ca->key = file_exists(paths->ca_key) ? nx_tls_key_read(paths->ca_key, err) : key_make(paths->ca_key, err);
	if (!ca->key)
		return -1;
	ca->cert = has_cert ? nx_tls_cert_read(paths->ca_cert, err) : ca_make(paths->ca_cert, ca->key, for_whom, err);
	if (!ca->cert || authority_check(ca, paths->ca_cert, err) != 0)
		return -1;
	return has_cert ? 0 : 1;
}

/* --- the server's certificate --- */

static bool alternative_push(GENERAL_NAMES *all, int type, ASN1_STRING *value)
{
	GENERAL_NAME *name = value ? GENERAL_NAME_new() : NULL;

	if (!name || sk_GENERAL_NAME_push(all, name) == 0) {
		ASN1_STRING_free(value);
		GENERAL_NAME_free(name);
		return false;
	}
	GENERAL_NAME_set0_value(name, type, value);
	return true;
}

/* Built from values, not from OpenSSL's configuration syntax: names come from outside. */
static bool alternatives_add(X509 *cert, const char *const *names, const char *const *addresses)
{
	GENERAL_NAMES *all = sk_GENERAL_NAME_new_null();
	bool is_good = all != NULL;

	for (; is_good && *names; names++) {
		ASN1_IA5STRING *value = ASN1_IA5STRING_new();

		if (value && ASN1_STRING_set(value, *names, -1) != 1) {
			ASN1_IA5STRING_free(value);
			value = NULL;
		}
		is_good = alternative_push(all, GEN_DNS, value);
	}
	for (; is_good && *addresses; addresses++)
		is_good = alternative_push(all, GEN_IPADD, a2i_IPADDRESS(*addresses));
	is_good = is_good && X509_add1_ext_i2d(cert, NID_subject_alt_name, all, 0, X509V3_ADD_DEFAULT) == 1;
	GENERAL_NAMES_free(all);
	return is_good;
}

static X509 *server_cert_new(const struct authority *ca, EVP_PKEY *key, const char *const *names,
			     const char *const *addresses)
{
	const char *common_name = names[0] && strlen(names[0]) <= MAX_COMMON_NAME ? names[0] : "Nexa server";
	X509 *cert = cert_begin(key, common_name, SERVER_DAYS, ca->cert);

	if (cert && alternatives_add(cert, names, addresses) &&
	    extension_add(cert, ca->cert, NID_basic_constraints, "critical,CA:FALSE") &&
	    extension_add(cert, ca->cert, NID_key_usage, "critical,digitalSignature") &&
	    extension_add(cert, ca->cert, NID_ext_key_usage, "serverAuth") &&
	    extension_add(cert, ca->cert, NID_subject_key_identifier, "hash") &&
	    extension_add(cert, ca->cert, NID_authority_key_identifier, "keyid") &&
	    X509_sign(cert, ca->key, EVP_sha256()) != 0)
		return cert;
	X509_free(cert);
	return NULL;
}

static int server_make(const struct authority *ca, const struct paths *paths, const char *const *names,
		       const char *const *addresses, struct nx_error *err)
{
	EVP_PKEY *key = key_make(paths->key, err);
	int rc = -1;

	if (!key)
		return -1;
	X509 *cert = server_cert_new(ca, key, names, addresses);

	if (cert)
		rc = chain_write(paths->cert, cert, ca->cert, err);
	else
		nx_tls_fail(err, "cannot make the certificate %s", paths->cert);
	X509_free(cert);
	EVP_PKEY_free(key);
	return rc;
}

static bool covers(X509 *cert, const char *const *names, const char *const *addresses)
{
	for (; *names; names++) {
		if (X509_check_host(cert, *names, 0, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT, NULL) != 1)
			return false;
	}
	for (; *addresses; addresses++) {
		if (X509_check_ip_asc(cert, *addresses, 0) != 1)
			return false;
	}
	return true;
}

static bool is_long_valid(const X509 *cert)
{
	int days = 0, secs = 0;

	return ASN1_TIME_diff(&days, &secs, NULL, X509_get0_notAfter(cert)) == 1 && days >= RENEW_DAYS;
}

/* True when the files can stay as they are; whatever is wrong with them is mended by making them anew. */
static bool server_is_good(const struct authority *ca, const struct paths *paths, const char *const *names,
			   const char *const *addresses)
{
	if (!file_exists(paths->cert) || !file_exists(paths->key))
		return false;
	X509 *cert = nx_tls_cert_read(paths->cert, NULL);
	EVP_PKEY *key = nx_tls_key_read(paths->key, NULL);
	bool is_good = cert && key && X509_check_private_key(cert, key) == 1 &&
		       X509_verify(cert, X509_get0_pubkey(ca->cert)) == 1 && is_long_valid(cert) &&
		       covers(cert, names, addresses);

	X509_free(cert);
	EVP_PKEY_free(key);
	ERR_clear_error();
	return is_good;
}

int nx_tls_ca_ensure(const char *dir, const char *file_name, const char *const *names, const char *const *addresses,
		     struct nx_error *err)
{
	struct authority ca = { 0 };
	struct paths paths;
	char text[128];

	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return nx_fail(err, NX_E_SYSTEM, "cannot make the directory %s: %s", dir,
			       strerror_r(errno, text, sizeof(text)));
	if (paths_set(&paths, dir, file_name, err) != 0)
		return -1;
	int rc = authority_get(&ca, &paths, names[0] ? names[0] : "server", err);

	if (rc >= 0 && !server_is_good(&ca, &paths, names, addresses))
		rc = server_make(&ca, &paths, names, addresses, err) == 0 ? 1 : -1;
	X509_free(ca.cert);
	EVP_PKEY_free(ca.key);
	return rc;
}
