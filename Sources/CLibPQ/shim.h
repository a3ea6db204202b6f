#ifndef CLIBPQ_SHIM_H
#define CLIBPQ_SHIM_H

#include <dlfcn.h>
#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pthread.h>
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

/* libpq's field codes are character macros, which Swift does not see. */
static const int clibpq_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int clibpq_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int clibpq_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int clibpq_diag_detail = PG_DIAG_MESSAGE_DETAIL;
static const int clibpq_diag_hint = PG_DIAG_MESSAGE_HINT;
static const int clibpq_diag_context = PG_DIAG_CONTEXT;
static const int clibpq_diag_schema = PG_DIAG_SCHEMA_NAME;
static const int clibpq_diag_table = PG_DIAG_TABLE_NAME;
static const int clibpq_diag_column = PG_DIAG_COLUMN_NAME;
static const int clibpq_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int clibpq_diag_routine = PG_DIAG_SOURCE_FUNCTION;

/* Bytes that OpenSSL has decrypted and libpq has not yet read; polling the descriptor does not show
   them. libpq brings OpenSSL along, so it is looked up rather than linked. */
static inline int clibpq_decrypted_bytes(PGconn *connection) {
  static int (*pending)(const void *);
  void *ssl = PQsslStruct(connection, "OpenSSL");
  if (ssl == NULL) return 0;
  if (pending == NULL) pending = (int (*)(const void *))dlsym(RTLD_DEFAULT, "SSL_pending");
  return pending == NULL ? 0 : pending(ssl);
}

#endif
