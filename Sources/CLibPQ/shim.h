#ifndef CLIBPQ_SHIM_H
#define CLIBPQ_SHIM_H

#include <libpq-fe.h>
#include <poll.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>

/* glibc's pthread_setname_np needs _GNU_SOURCE, which Swift's Glibc module lacks. */
static inline void clibpq_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

/* Calls that glibc declares for _GNU_SOURCE only, which Swift's importer does not define. */
int pipe2(int descriptors[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

#endif
