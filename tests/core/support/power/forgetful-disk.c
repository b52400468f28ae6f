/*
 * Makes a program's disk forget, when the power goes, what was not flushed: before bytes of a file are overwritten, what stood there is
 * written down beside it, and fsync of the file throws that away. What is left can then be put back by whoever kills the program.
 * Names and folders are taken for kept at once; only contents are forgotten.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* What stood in `length` bytes from `at`, which follow, when the file was `size` long. */
struct overwritten { long long at, length, size; };

static const char *real_folder(void) { return getenv("FORGETFUL_FOLDER"); }
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int journal_of(ino_t file) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/%llu", getenv("FORGETFUL_JOURNAL"), (unsigned long long)file);
  int journal = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (journal < 0) abort();
  while (flock(journal, LOCK_EX) != 0) if (errno != EINTR) abort();
  return journal;
}

/* The journal of a file, locked, or -1 for what is no file of the folder. */
static int opened(int fd, struct stat *about, char *link) {
  char path[PATH_MAX];
  sprintf(link, "/proc/self/fd/%d", fd);
  if (!real_folder() || fstat(fd, about) != 0 || !S_ISREG(about->st_mode)) return -1;
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0 || strncmp(path, real_folder(), strlen(real_folder())) != 0) return -1;
  return journal_of(about->st_ino);
}

/* To be closed once the bytes are written, which lets others go on. */
static int write_down(int fd, long long at, long long length) {
  struct stat about;
  char link[64];
  int journal = opened(fd, &about, link);
  if (journal < 0) return -1;
  fstat(fd, &about);
  long long there = about.st_size > at ? about.st_size - at : 0;
  struct overwritten head = { at, there < length ? there : length, about.st_size };
  char *bytes = malloc(head.length + 1);
  int reading = head.length ? open(link, O_RDONLY | O_CLOEXEC) : -1;
  if (head.length && REAL(pread)(reading, bytes, head.length, at) != head.length) abort();
  if (reading >= 0) close(reading);
  struct iovec parts[] = { { &head, sizeof head }, { bytes, head.length } };
  if (REAL(writev)(journal, parts, 2) < 0) abort();
  free(bytes);
  return journal;
}

static void done(int journal) { if (journal >= 0) close(journal); }

static long long sum(const struct iovec *parts, int count) {
  long long all = 0;
  for (int n = 0; n < count; n++) all += parts[n].iov_len;
  return all;
}

static long long place(int fd) {
  struct stat about;
  if (fcntl(fd, F_GETFL) & O_APPEND) return fstat(fd, &about) == 0 ? about.st_size : 0;
  long long at = lseek(fd, 0, SEEK_CUR);
  return at < 0 ? 0 : at;
}

#define KEPT(type, name, takes, gives, at, length) \
  type name takes { int journal = write_down(fd, at, length); type result = REAL(name) gives; done(journal); return result; }

KEPT(ssize_t, write, (int fd, const void *bytes, size_t n), (fd, bytes, n), place(fd), n)
KEPT(ssize_t, writev, (int fd, const struct iovec *parts, int n), (fd, parts, n), place(fd), sum(parts, n))
KEPT(ssize_t, pwrite, (int fd, const void *bytes, size_t n, off_t at), (fd, bytes, n, at), at, n)
KEPT(ssize_t, pwrite64, (int fd, const void *bytes, size_t n, off64_t at), (fd, bytes, n, at), at, n)
KEPT(ssize_t, pwritev, (int fd, const struct iovec *parts, int n, off_t at), (fd, parts, n, at), at, sum(parts, n))
KEPT(ssize_t, pwritev64, (int fd, const struct iovec *parts, int n, off64_t at), (fd, parts, n, at), at, sum(parts, n))
KEPT(int, ftruncate, (int fd, off_t size), (fd, size), size, LLONG_MAX)
KEPT(int, ftruncate64, (int fd, off64_t size), (fd, size), size, LLONG_MAX)
KEPT(int, posix_fallocate, (int fd, off_t at, off_t n), (fd, at, n), at, 0)
KEPT(int, posix_fallocate64, (int fd, off64_t at, off64_t n), (fd, at, n), at, 0)

static void flushed(int fd) {
  struct stat about;
  char link[64];
  int journal = opened(fd, &about, link);
  if (journal >= 0 && REAL(ftruncate)(journal, 0) != 0) abort();
  done(journal);
}

int fsync(int fd) { flushed(fd); return 0; }
int fdatasync(int fd) { flushed(fd); return 0; }

/* A number of a file that is gone may be that of another one soon. */
static void forget(const struct stat *about) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/%llu", getenv("FORGETFUL_JOURNAL"), (unsigned long long)about->st_ino);
  REAL(unlink)(path);
}

int unlink(const char *path) {
  struct stat about;
  int was = real_folder() && lstat(path, &about) == 0;
  int result = REAL(unlink)(path);
  if (was && result == 0 && about.st_nlink == 1) forget(&about);
  return result;
}

int rename(const char *from, const char *to) {
  struct stat about;
  int was = real_folder() && lstat(to, &about) == 0;
  int result = REAL(rename)(from, to);
  if (was && result == 0) forget(&about);
  return result;
}
