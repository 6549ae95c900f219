#include "include/CSystemShims.h"

#ifdef __linux__
#include <signal.h>
#include <sys/prctl.h>
#endif

void csys_end_with_parent(void) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}
