/* Certificate and key files: checks with sentences, reading, and writing so that a crash leaves the old file or
 * the new one, never half of one. */
#include "net/tls_private.h"

#include "base/error.h"
#include "base/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FILE_BYTES (1 << 20)

static int file_failed(struct nx_error *err, const char *what, const char *path)
{
	char text[128];

	return nx_fail(err, NX_E_SYSTEM, "cannot %s %s: %s", what, path, strerror_r(errno, text, sizeof(text)));
}

int nx_tls_file_check(const char *path, struct nx_error *err)
{
	struct stat st;
	char text[128];
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st) != 0) {
		nx_fail(err, NX_E_SYSTEM, "cannot read %s: %s; correct the path, or give the file to the user that runs nexad",
			path, strerror_r(errno, text, sizeof(text)));
		if (fd >= 0)
			close(fd);
		return -1;
	}
	close(fd);
	if (!S_ISREG(st.st_mode) || st.st_size > MAX_FILE_BYTES)
		return nx_fail(err, NX_E_CONFIG, "%s is not a file with a certificate or key", path);
	return 0;
}

static BIO *pem_open(const char *path, struct nx_error *err)
{
	BIO *bio;

	if (nx_tls_file_check(path, err) != 0)
		return NULL;
	ERR_clear_error();
	bio = BIO_new_file(path, "r");
	if (!bio)
		nx_tls_fail(err, "%s cannot be used", path);
	return bio;
}

X509 *nx_tls_cert_read(const char *path, struct nx_error *err)
{
	char no_pass_phrase[] = "";     /* else OpenSSL would ask on the terminal */
	BIO *bio = pem_open(path, err);
	X509 *cert = bio ? PEM_read_bio_X509(bio, NULL, NULL, no_pass_phrase) : NULL;

	if (bio && !cert)
		nx_tls_fail(err, "the certificate %s cannot be used", path);
	BIO_free(bio);
	return cert;
}

/* Nobody is there to type it; that it was asked for is all that we want to know. */
static int no_pass_phrase(char *buf, int size, int is_writing, void *was_asked_r)
{
	(void)buf;
	(void)size;
	(void)is_writing;
	*(bool *)was_asked_r = true;
	return -1;
}

EVP_PKEY *nx_tls_key_read(const char *path, struct nx_error *err)
{
	bool is_protected = false;
	BIO *bio = pem_open(path, err);
	EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, NULL, no_pass_phrase, &is_protected) : NULL;

	if (bio && !key)
		nx_tls_fail(err, "the private key %s cannot be used", path);
	if (is_protected)
		nx_fail(err, NX_E_SYSTEM, "the private key %s cannot be used: it is protected by a pass phrase; store it without one", path);
	BIO_free(bio);
	return key;
}

static int write_all(int fd, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return fsync(fd);
}

/* A rename lasts when its directory is on disk: else a power cut could keep a certificate and lose the key that was
 * written before it. */
static int directory_sync(const char *file)
{
	char dir[PATH_MAX];
	const char *slash = strrchr(file, '/');

	snprintf(dir, sizeof(dir), "%.*s", slash ? (int)(slash - file) + 1 : 1, slash ? file : ".");
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	int rc = fsync(fd);

	close(fd);
	return rc;
}

int nx_tls_file_write(const char *path, BIO *contents, unsigned mode, struct nx_error *err)
{
	char temp[PATH_MAX];
	char *data;
	long len = BIO_get_mem_data(contents, &data);

	if (snprintf(temp, sizeof(temp), "%s.new", path) >= (int)sizeof(temp))
		return nx_fail(err, NX_E_SYSTEM, "the path %.100s… is too long", path);
	/* A leftover of a crash may have another mode. */
	unlink(temp);
	int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

	if (fd < 0)
		return file_failed(err, "make", temp);
	bool is_written = fchmod(fd, mode) == 0 && write_all(fd, data, (size_t)len) == 0;

	if (close(fd) != 0 || !is_written || rename(temp, path) != 0 || directory_sync(path) != 0) {
		file_failed(err, "write", path);
		unlink(temp);
		return -1;
	}
	return 0;
}

char *nx_tls_fingerprint(struct nx_pool *pool, const char *cert_file, struct nx_error *err)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = 0;
	X509 *cert = nx_tls_cert_read(cert_file, err);

	if (!cert)
		return NULL;
	int is_done = X509_digest(cert, EVP_sha256(), digest, &len);

	X509_free(cert);
	if (is_done != 1) {
		nx_tls_fail(err, "fingerprint of %s", cert_file);
		return NULL;
	}
	char *text = nx_pool_alloc(pool, 3 * (size_t)len);

	for (unsigned i = 0; i < len; i++)
		snprintf(text + 3 * i, 4, i + 1 < len ? "%02X:" : "%02X", digest[i]);
	return text;
}

char *nx_tls_certificate_pem(struct nx_pool *pool, const char *cert_file, struct nx_error *err)
{
	X509 *cert = nx_tls_cert_read(cert_file, err);
	BIO *bio = cert ? BIO_new(BIO_s_mem()) : NULL;
	char *pem = NULL, *data;

	if (bio && PEM_write_bio_X509(bio, cert) == 1) {
		long len = BIO_get_mem_data(bio, &data);

		pem = nx_pool_strndup(pool, data, (size_t)len);
	} else if (cert) {
		nx_tls_fail(err, "the certificate %s cannot be written as text", cert_file);
	}
	BIO_free(bio);
	X509_free(cert);
	return pem;
}
