// The system calls that a host of workers needs and Swift cannot make: variadic ones, macros, and newer ones that the
// C library does not wrap. Every function returns a negative `-errno` when it fails.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Whether the bytes of `part` stand anywhere in `all`.
bool csys_holds(const void *_Nullable all, size_t length, const void *_Nullable part, size_t part_length);

/// The environment of this process: strings of the form NAME=VALUE, closed by NULL.
char *_Nullable *_Nonnull csys_environment(void);

/// Opens `path` beneath the folder `folder`: no "..", no absolute path and no symbolic link leads out of it, or is
/// followed at all. The descriptor is closed on exec.
int csys_open_beneath(int folder, const char *_Nonnull path, int flags, mode_t mode);

/// Makes a pair of connected stream sockets: non-blocking at [0], blocking at [1]; both are closed on exec.
int csys_socket_pair(int pair[_Nonnull 2]);

/// Sends `count` bytes, and with them `descriptor` when it is not negative. Never raises SIGPIPE.
ssize_t csys_send(int socket, const void *_Nonnull bytes, size_t count, int descriptor);

/// Starts the executable `path` as a child that cannot disturb its parent: descriptors `socket` and `page` become 3
/// and 4, the standard streams lead nowhere, everything else is closed; no environment, a process group of its own
/// (a Ctrl-C at the terminal is not for it), signals as at boot. Returns its process id.
pid_t csys_spawn(const char *_Nonnull path, int socket, int page);

/// Starts a command of the user's in a session of its own, without a terminal: it cannot ask there, and signals to its
/// process group reach all that it started. `streams` become its 0, 1 and 2; everything else is closed. Returns its
/// process id.
pid_t csys_spawn_command(const char *_Nonnull path, char *_Nullable const arguments[_Nonnull],
                         char *_Nullable const environment[_Nonnull], const int streams[_Nonnull 3]);

/// Overwrites the value of a variable of this process where it stands, and removes the variable: no child inherits it,
/// and nobody finds it in /proc/PID/environ. Nobody may read or change the environment meanwhile.
void csys_forget_variable(const char *_Nonnull name);

/// A descriptor that is readable once the child has ended; -ENOSYS where the system has none.
int csys_process_descriptor(pid_t child);

/// Takes the status of a child that has ended, which removes the zombie. Returns 0 while it still runs.
pid_t csys_reap(pid_t child, int *_Nonnull status);

/// Processor time that a process has used, in nanoseconds.
int64_t csys_process_time(pid_t process);

/// Writes what the system says about an error number. (The two variants of `strerror_r` differ.)
int csys_describe(int number, char *_Nonnull text, size_t capacity);

/// Starts a detached thread with a stack as large as that of a process. `clock` names its processor time afterwards, for
/// `csys_clock`; the name stays safe to use when the thread is gone.
int csys_start_thread(void *_Nullable (*_Nonnull body)(void *_Nullable), void *_Nullable argument,
                      int *_Nonnull clock);

/// What a clock of `csys_start_thread` shows, in nanoseconds; fails when its thread is gone.
int64_t csys_clock(int clock);

/// For a worker: makes the kernel end this process when the thread that started it ends, so that it never outlives its
/// host. Does nothing where the system cannot; then the end of its socket tells.
void csys_end_with_parent(void);
