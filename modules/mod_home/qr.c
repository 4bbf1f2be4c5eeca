/* QR codes as SVG (home.h): libqrencode finds the modules, one rectangle is drawn for each run of dark ones in a row. */
#include "mod_home/home.h"

#include <qrencode.h>

#include "base/buf.h"

#define QUIET_ZONE 4            /* modules of white all around, ISO/IEC 18004 section 6.3.8 */

static void write_row(struct nx_buf *svg, const unsigned char *row, int width, int y)
{
	for (int x = 0; x < width; x++) {
		int begin = x;

		while (x < width && (row[x] & 1))
			x++;
		if (x > begin)
			nx_buf_printf(svg, "M%d %dh%dv1h-%dz", begin + QUIET_ZONE, y + QUIET_ZONE, x - begin, x - begin);
	}
}

int home_write_qr(struct nx_buf *svg, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);

	if (!code)
		return -1;
	int size = code->width + 2 * QUIET_ZONE;

	nx_buf_printf(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
		      "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"", size, size, size, size);
	for (int y = 0; y < code->width; y++)
		write_row(svg, code->data + y * code->width, code->width, y);
	nx_buf_puts(svg, "\"/></svg>\n");
	QRcode_free(code);
	return 0;
}
