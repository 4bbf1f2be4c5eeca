/* For LD_PRELOAD: a system on which nothing is ever flushed to the disk. It shows that test_powercut.py notices. */
#include <unistd.h>

int fsync(int fd)
{
	(void)fd;
	return 0;
}

int fdatasync(int fd)
{
	(void)fd;
	return 0;
}
