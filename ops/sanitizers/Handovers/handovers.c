// Tells the thread sanitizer what happens before what, where it cannot see it for itself.
//
// On Linux it sees POSIX locks, atomics and the tasks that Swift enqueues, but neither the slow path of
// Synchronization.Mutex nor who resumes a continuation: both are in libraries that are not instrumented.
// Without this it calls every value that is handed over by one of them a race. This says no more than
// what these two promise: what is done before an unlock is seen after the next lock, and what is done
// before a resume is seen after the wait. It hides no race that they do not prevent.
//
// The functions below take the place of those of the same name in the Swift runtime (6.3), and call
// them. Should a later runtime have others, false races are back, and ops/sanitize fails.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

void __tsan_acquire(void *place);
void __tsan_release(void *place);

#define SWIFT __attribute__((swiftcall))
#define ASYNC __attribute__((swiftasynccall))

// Synchronization.Mutex: its fast path is compiled into the caller, where the sanitizer sees it.

#define LOCK_SLOWLY "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOWLY "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef SWIFT void Lock(uint32_t thread, __attribute__((swift_context)) void *mutex);
typedef SWIFT void Unlock(__attribute__((swift_context)) void *mutex);

static Lock *swift_lock_slowly;
static Unlock *swift_unlock_slowly;

SWIFT void lock_slowly(uint32_t thread, __attribute__((swift_context)) void *mutex) __asm__(LOCK_SLOWLY);
SWIFT void unlock_slowly(__attribute__((swift_context)) void *mutex) __asm__(UNLOCK_SLOWLY);

SWIFT void lock_slowly(uint32_t thread, __attribute__((swift_context)) void *mutex) {
  swift_lock_slowly(thread, mutex);
  __tsan_acquire(mutex);
}

SWIFT void unlock_slowly(__attribute__((swift_context)) void *mutex) {
  __tsan_release(mutex);
  swift_unlock_slowly(mutex);
}

// Continuations: whoever resumes is given the task; the task goes on in a function that its frame names,
// and meets `resumed` before it.

typedef struct Frame Frame;
typedef ASYNC void Resumed(__attribute__((swift_async_context)) Frame *frame);

struct Frame {
  Frame *parent;
  Resumed *resumed;
};

typedef SWIFT void *Init(Frame *frame, size_t flags);
typedef SWIFT void Resume(void *task);
typedef SWIFT void Fail(void *task, void *error);

static Init *swift_init;
static Resume *swift_resume;
static Resume *swift_throwing_resume;
static Fail *swift_throwing_fail;

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

// By frame; a frame's memory is used again and again, so there are far fewer than continuations.
enum { WAITS_MAX = 1 << 20 };
static struct {
  Frame *frame;
  Resumed *resumed;
  void *task;
} waits[WAITS_MAX];

static size_t place_of(Frame *frame) {
  size_t place = ((uintptr_t)frame >> 4) * 0x9E3779B97F4A7C15u >> 44;
  for (size_t tries = 0; tries < WAITS_MAX; tries++, place++) {
    Frame *there = waits[place % WAITS_MAX].frame;
    if (there == NULL || there == frame) return place % WAITS_MAX;
  }
  abort();
}

// Has no business in the sanitizer's call stack: it does not return.
__attribute__((disable_sanitizer_instrumentation)) static ASYNC void resumed(
  __attribute__((swift_async_context)) Frame *frame
) {
  pthread_mutex_lock(&guard);
  size_t place = place_of(frame);
  Resumed *next = waits[place].resumed;
  void *task = waits[place].task;
  pthread_mutex_unlock(&guard);
  __tsan_acquire(task);
  __attribute__((musttail)) return next(frame);
}

SWIFT void *swift_continuation_init(Frame *frame, size_t flags) {
  pthread_mutex_lock(&guard);
  size_t place = place_of(frame);
  waits[place].frame = frame;
  waits[place].resumed = frame->resumed;
  frame->resumed = resumed;
  void *task = waits[place].task = swift_init(frame, flags);
  pthread_mutex_unlock(&guard);
  return task;
}

SWIFT void swift_continuation_resume(void *task) {
  __tsan_release(task);
  swift_resume(task);
}

SWIFT void swift_continuation_throwingResume(void *task) {
  __tsan_release(task);
  swift_throwing_resume(task);
}

SWIFT void swift_continuation_throwingResumeWithError(void *task, void *error) {
  __tsan_release(task);
  swift_throwing_fail(task, error);
}

static void *found(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (function == NULL) abort();
  return function;
}

__attribute__((constructor)) static void find_the_runtime(void) {
  swift_lock_slowly = found(LOCK_SLOWLY);
  swift_unlock_slowly = found(UNLOCK_SLOWLY);
  swift_init = found("swift_continuation_init");
  swift_resume = found("swift_continuation_resume");
  swift_throwing_resume = found("swift_continuation_throwingResume");
  swift_throwing_fail = found("swift_continuation_throwingResumeWithError");
}
