/* The server's own authority and certificate files, fingerprints, names of the machine (net/tls.h). */
#include "net/tls.h"

#include "base/error.h"
#include "base/pool.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = { "example.org", "school.local", NULL };
static const char *const more_names[] = { "example.org", "school.local", "chat.example.org", NULL };
static const char *const addresses[] = { "127.0.0.1", "2001:db8::1", NULL };
static const char *const no_addresses[] = { NULL };

struct story {
	char dir[64], tls[80], file[4][112];
	struct nx_error err;
};

enum { CA_PEM, CA_KEY, PEM, KEY };

static int setup(void **state)
{
	static const char *const files[] = { "ca.pem", "ca.key", "server.pem", "server.key" };
	static struct story story;

	story = (struct story){ .dir = "/tmp/nexa-ca-XXXXXX" };
	assert_non_null(mkdtemp(story.dir));
	snprintf(story.tls, sizeof(story.tls), "%s/tls", story.dir);
	for (int i = 0; i < 4; i++)
		snprintf(story.file[i], sizeof(story.file[i]), "%s/%s", story.tls, files[i]);
	*state = &story;
	return 0;
}

static int teardown(void **state)
{
	struct story *s = *state;

	for (int i = 0; i < 4; i++)
		unlink(s->file[i]);
	rmdir(s->tls);
	return rmdir(s->dir);
}

static int ensure(struct story *s, const char *const *n, const char *const *a)
{
	s->err.text[0] = '\0';
	return nx_tls_ca_ensure(s->tls, "server", n, a, &s->err);
}

static X509 *cert_read(const char *path, X509 **second_r)
{
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	X509 *cert = PEM_read_X509(f, NULL, NULL, NULL);

	if (second_r)
		*second_r = PEM_read_X509(f, NULL, NULL, NULL);
	fclose(f);
	assert_non_null(cert);
	return cert;
}

static char *fingerprint(struct nx_pool *pool, struct story *s, int which)
{
	char *text = nx_tls_fingerprint(pool, s->file[which], &s->err);

	assert_non_null(text);
	return text;
}

static void made_once_and_then_left_alone(void **state)
{
	struct story *s = *state;
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct stat st;

	assert_int_equal(ensure(s, names, addresses), 1);
	char *ca = fingerprint(pool, s, CA_PEM), *cert = fingerprint(pool, s, PEM);

	assert_int_equal(strlen(ca), 95);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(stat(s->file[i], &st), 0);
		assert_int_equal(st.st_mode & 0777, i == CA_KEY || i == KEY ? 0600 : 0644);
	}
	assert_int_equal(ensure(s, names, addresses), 0);
	assert_int_equal(ensure(s, names, no_addresses), 0);
	assert_string_equal(fingerprint(pool, s, CA_PEM), ca);
	assert_string_equal(fingerprint(pool, s, PEM), cert);
	nx_pool_free(&pool);
}

static void the_chain_verifies_for_names_and_addresses(void **state)
{
	struct story *s = *state;
	X509 *second, *cert;
	int days = 0, secs = 0;

	assert_int_equal(ensure(s, names, addresses), 1);
	X509 *ca = cert_read(s->file[CA_PEM], NULL);

	cert = cert_read(s->file[PEM], &second);
	assert_non_null(second);
	assert_int_equal(X509_cmp(ca, second), 0);
	X509_STORE *store = X509_STORE_new();
	X509_STORE_CTX *ctx = X509_STORE_CTX_new();

	X509_STORE_add_cert(store, ca);
	assert_int_equal(X509_STORE_CTX_init(ctx, store, cert, NULL), 1);
	X509_STORE_CTX_set_purpose(ctx, X509_PURPOSE_SSL_SERVER);
	X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(ctx), X509_V_FLAG_X509_STRICT);
	assert_int_equal(X509_verify_cert(ctx), 1);
	assert_int_equal(X509_check_host(cert, "school.local", 0, 0, NULL), 1);
	assert_int_equal(X509_check_host(cert, "other.org", 0, 0, NULL), 0);
	assert_int_equal(X509_check_ip_asc(cert, "127.0.0.1", 0), 1);
	assert_int_equal(X509_check_ip_asc(cert, "2001:db8::1", 0), 1);
	assert_int_equal(X509_check_ip_asc(cert, "127.0.0.2", 0), 0);
	ASN1_TIME_diff(&days, &secs, X509_get0_notBefore(cert), X509_get0_notAfter(cert));
	assert_int_equal(days, 397);
	X509_STORE_CTX_free(ctx);
	X509_STORE_free(store);
	X509_free(ca);
	X509_free(second);
	X509_free(cert);
}

static void a_missing_name_renews_under_the_same_authority(void **state)
{
	struct story *s = *state;
	struct nx_pool *pool = nx_pool_new("test", 0);

	assert_int_equal(ensure(s, names, addresses), 1);
	char *ca = fingerprint(pool, s, CA_PEM), *cert = fingerprint(pool, s, PEM);

	assert_int_equal(ensure(s, more_names, addresses), 1);
	assert_string_equal(fingerprint(pool, s, CA_PEM), ca);
	assert_string_not_equal(fingerprint(pool, s, PEM), cert);
	assert_int_equal(ensure(s, more_names, addresses), 0);
	nx_pool_free(&pool);
}

static void a_damaged_or_lost_server_file_is_made_anew(void **state)
{
	struct story *s = *state;

	assert_int_equal(ensure(s, names, addresses), 1);
	for (int i = PEM; i <= KEY; i++) {
		unlink(s->file[i]);
		assert_int_equal(ensure(s, names, addresses), 1);
		assert_int_equal(truncate(s->file[i], 20), 0);
		assert_int_equal(ensure(s, names, addresses), 1);
		assert_int_equal(ensure(s, names, addresses), 0);
	}
}

/* As after a crash between the two files. */
static void a_lost_authority_certificate_is_made_for_its_key(void **state)
{
	struct story *s = *state;

	assert_int_equal(ensure(s, names, addresses), 1);
	unlink(s->file[CA_PEM]);
	assert_int_equal(ensure(s, names, addresses), 1);
	assert_int_equal(ensure(s, names, addresses), 0);
}

static void a_lost_or_damaged_authority_key_is_an_error_not_a_new_authority(void **state)
{
	struct story *s = *state;

	assert_int_equal(ensure(s, names, addresses), 1);
	assert_int_equal(truncate(s->file[CA_KEY], 20), 0);
	assert_int_equal(ensure(s, names, addresses), -1);
	assert_non_null(strstr(s->err.text, "ca.key"));
	unlink(s->file[CA_KEY]);
	assert_int_equal(ensure(s, names, addresses), -1);
	assert_non_null(strstr(s->err.text, "restore that from a backup"));
	assert_int_equal(rename(s->file[KEY], s->file[CA_KEY]), 0);
	assert_int_equal(ensure(s, names, addresses), -1);
	assert_non_null(strstr(s->err.text, "do not belong together"));
}

static void an_unwritable_place_is_a_sentence(void **state)
{
	struct nx_error err;

	(void)state;
	assert_int_equal(nx_tls_ca_ensure("/proc/nexa", "server", names, addresses, &err), -1);
	assert_non_null(strstr(err.text, "/proc/nexa"));
}

static void no_fingerprint_without_a_certificate(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct nx_error err;

	(void)state;
	assert_null(nx_tls_fingerprint(pool, "/nonexistent.pem", &err));
	assert_string_equal(err.text, "cannot read /nonexistent.pem: No such file or directory; correct the path, or give the "
			    "file to the user that runs nexad");
	assert_null(nx_tls_fingerprint(pool, "/etc/passwd", &err));
	assert_string_equal(err.text, "the certificate /etc/passwd cannot be used: it is not in PEM form");
	nx_pool_free(&pool);
}

static void the_machine_has_names_and_a_loopback_address(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	char **machine_names, **machine_addresses, host[256] = "";
	bool has_loopback = false, has_localhost = false;

	(void)state;
	nx_tls_machine_names(pool, &machine_names, &machine_addresses);
	assert_int_equal(gethostname(host, sizeof(host) - 1), 0);
	assert_non_null(machine_names[0]);
	assert_int_equal(strcasecmp(machine_names[0], host), 0);
	for (char **name = machine_names; *name; name++)
		has_localhost = has_localhost || strcmp(*name, "localhost") == 0;
	assert_true(has_localhost);
	for (char **a = machine_addresses; *a; a++) {
		assert_int_not_equal(strncmp(*a, "fe80", 4), 0);
		assert_null(strchr(*a, '%'));
		if (strcmp(*a, "127.0.0.1") == 0)
			has_loopback = true;
	}
	assert_true(has_loopback);
	nx_pool_free(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(made_once_and_then_left_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(the_chain_verifies_for_names_and_addresses, setup, teardown),
		cmocka_unit_test_setup_teardown(a_missing_name_renews_under_the_same_authority, setup, teardown),
		cmocka_unit_test_setup_teardown(a_damaged_or_lost_server_file_is_made_anew, setup, teardown),
		cmocka_unit_test_setup_teardown(a_lost_authority_certificate_is_made_for_its_key, setup, teardown),
		cmocka_unit_test_setup_teardown(a_lost_or_damaged_authority_key_is_an_error_not_a_new_authority, setup,
						teardown),
		cmocka_unit_test(an_unwritable_place_is_a_sentence),
		cmocka_unit_test(no_fingerprint_without_a_certificate),
		cmocka_unit_test(the_machine_has_names_and_a_loopback_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
