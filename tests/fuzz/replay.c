/* A main for fuzz targets without libFuzzer: feeds each file named on the command line to the target, so that every
 * compiler and every sanitizer plays the seeds in `make check`. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data;
	long size;

	if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) < 0 || fseek(file, 0, SEEK_SET)) {
		perror(path);
		return -1;
	}
	data = malloc((size_t)size + 1);
	if (!data || fread(data, 1, (size_t)size, file) != (size_t)size) {
		perror(path);
		return -1;
	}
	fclose(file);
	printf("playing %s\n", path);
	fflush(stdout);
	/* An exact copy, so that the address sanitizer sees a read behind the end. */
	uint8_t *exact = size > 0 ? realloc(data, (size_t)size) : data;
	LLVMFuzzerTestOneInput(exact, (size_t)size);
	free(exact);
	return 0;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (argv[i][0] == '-')
			continue;
		if (replay(argv[i]) < 0)
			return 1;
	}
	return 0;
}
