/* The home page as HTML (home.h). */
#include "mod_home/home.h"

#include <string.h>

#include "base/buf.h"
#include "xml/writer.h"

struct page {
	struct nx_buf *out;
	const struct home_words *words;
	const struct home_facts *facts;
};

static void put(struct page *page, const char *html)
{
	nx_buf_puts(page->out, html);
}

static void put_text(struct page *page, const char *text)
{
	nx_xml_escape(page->out, text, strlen(text));
}

/* Words whose %s is the domain. */
static void put_words(struct page *page, const char *words)
{
	const char *place = strstr(words, "%s");

	if (!place) {
		put(page, words);
		return;
	}
	nx_buf_add(page->out, words, (size_t)(place - words));
	put_text(page, page->facts->domain);
	put(page, place + 2);
}

/* <tag>words</tag> and the end of the line. */
static void put_element(struct page *page, const char *tag, const char *words)
{
	nx_buf_printf(page->out, "<%s>", tag);
	put_words(page, words);
	nx_buf_printf(page->out, "</%s>\n", tag);
}

static void put_link(struct page *page, const char *class, const char *url, const char *words)
{
	nx_buf_printf(page->out, "<a class=\"%s\" href=\"", class);
	put_text(page, url);
	put(page, "\">");
	put(page, words);
	put(page, "</a>");
}

static void put_head(struct page *page)
{
	nx_buf_printf(page->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		      "<meta name=\"color-scheme\" content=\"light dark\">\n"
		      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/nexa.svg\">\n<link rel=\"stylesheet\" href=\"/home.css\">\n<title>",
		      page->words->lang);
	put_words(page, page->words->title);
	put(page, "</title>\n</head>\n<body>\n");
}

static void put_languages(struct page *page)
{
	put(page, "<nav>");
	for (const struct home_words *words = home_languages; words->lang; words++) {
		if (words == page->words)
			nx_buf_printf(page->out, "<span>%s</span>", words->name);
		else
			nx_buf_printf(page->out, "<a href=\"%s\" hreflang=\"%s\" lang=\"%s\">%s</a>", words->path, words->lang, words->lang,
				      words->name);
	}
	put(page, "</nav>\n");
}

static void put_beginning(struct page *page)
{
	put(page, "<header>\n<p class=\"brand\"><img src=\"/nexa.svg\" alt=\"\" width=\"32\" height=\"32\">Nexa</p>\n");
	put_languages(page);
	put_element(page, "h1", page->words->title);
	put_element(page, "p", page->words->lead);
	if (page->facts->chat_url) {
		put(page, "<p>");
		put_link(page, "button", page->facts->chat_url, page->words->open_chat);
		put(page, "</p>\n");
	}
	put_element(page, "p", page->words->no_account);
	put(page, "</header>\n");
}

/* ---- apps ---- */

/* The fingerprint may break at any colon, and stays whole when it is copied. */
static void put_fingerprint(struct page *page, const char *fingerprint)
{
	put(page, "<code>");
	for (const char *at = fingerprint; *at; at++) {
		nx_buf_putc(page->out, *at);
		if (*at == ':')
			put(page, "<wbr>");
	}
	put(page, "</code>");
}

static void put_certificate(struct page *page)
{
	const struct home_words *words = page->words;

	if (!page->facts->fingerprint)
		return;
	put(page, "<li>");
	put(page, words->certificate);
	put(page, "<p>");
	put_link(page, "button quiet", "/ca.crt", words->download);
	put(page, "</p><p>");
	put(page, words->fingerprint);
	put(page, "<br>");
	put_fingerprint(page, page->facts->fingerprint);
	put(page, "</p></li>\n");
}

static const char *registration_words(const struct page *page)
{
	if (strcmp(page->facts->registration, "open") == 0)
		return page->words->registration_open;
	if (strcmp(page->facts->registration, "invite") == 0)
		return page->words->registration_invite;
	return page->words->registration_closed;
}

static void put_apps(struct page *page)
{
	put(page, "<section>\n");
	put_element(page, "h2", page->words->apps_title);
	put(page, "<ol>\n");
	put_element(page, "li", page->words->app);
	put_certificate(page);
	put(page, "<li>");
	put_words(page, page->words->account);
	put(page, " ");
	put(page, registration_words(page));
	put(page, "</li>\n</ol>\n</section>\n");
}

/* ---- ports ---- */

static void put_port(struct page *page, const char *what, unsigned port)
{
	if (port == 0)
		return;
	nx_buf_printf(page->out, "<dt>%s</dt><dd>", what);
	put_text(page, page->facts->server);
	nx_buf_printf(page->out, ", %s %u</dd>\n", page->words->port, port);
}

static void put_ports(struct page *page)
{
	const struct home_facts *facts = page->facts;

	put(page, "<section>\n");
	put_element(page, "h2", page->words->ports_title);
	put(page, "<dl>\n");
	put_port(page, page->words->starttls, facts->port);
	put_port(page, page->words->direct_tls, facts->tls_port);
	if (facts->websocket_url) {
		nx_buf_printf(page->out, "<dt>%s</dt><dd>", page->words->websocket);
		put_text(page, facts->websocket_url);
		put(page, "</dd>\n");
	}
	put(page, "</dl>\n</section>\n");
}

static void put_qr(struct page *page)
{
	put(page, "<section class=\"qr\">\n");
	put_element(page, "h2", page->words->qr_title);
	nx_buf_printf(page->out, "<img src=\"/qr.svg\" alt=\"QR code\" width=\"180\" height=\"180\">\n");
	put_element(page, "p", page->words->qr_text);
	put(page, "</section>\n");
}

void home_write_page(struct nx_buf *out, const struct home_words *words, const struct home_facts *facts)
{
	struct page page = { .out = out, .words = words, .facts = facts };

	put_head(&page);
	put_beginning(&page);
	put(&page, "<main>\n");
	put_apps(&page);
	put_ports(&page);
	put_qr(&page);
	put(&page, "</main>\n</body>\n</html>\n");
}
