// ThreadSanitizer keeps a stack of its own, which every jump over frames must shorten. It sees longjmp, but the liblua
// of Debian jumps with the checked variant of glibc; without this, its stack grows with every error until it overflows.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) && defined(__linux__)
#include <setjmp.h>

__attribute__((noreturn)) void __longjmp_chk(jmp_buf environment, int value);

void __longjmp_chk(jmp_buf environment, int value) { longjmp(environment, value); }
#endif
#endif
