// Each Lua file of stdlib/ appears twice: its bytes, and its row in the list. A test compares the list with the folder.
#include "include/CStdlib.h"

#include <string.h>

// #embed is standard since C23; clang takes it in every mode and says so for each file.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One row of the list for an array of bytes.
#define ROW(path, array) {path, array, sizeof array}

static const unsigned char args_lua[] = {
#embed "../../stdlib/args.lua"
};
static const unsigned char csv_lua[] = {
#embed "../../stdlib/csv.lua"
};
static const unsigned char files_lua[] = {
#embed "../../stdlib/files.lua"
};
static const unsigned char http_lua[] = {
#embed "../../stdlib/http.lua"
};
static const unsigned char inspect_lua[] = {
#embed "../../stdlib/inspect.lua"
};
static const unsigned char list_lua[] = {
#embed "../../stdlib/list.lua"
};
static const unsigned char log_lua[] = {
#embed "../../stdlib/log.lua"
};
static const unsigned char machine_argument_limits_lua[] = {
#embed "../../stdlib/machine/argument_limits.lua"
};
static const unsigned char machine_argument_types_lua[] = {
#embed "../../stdlib/machine/argument_types.lua"
};
static const unsigned char machine_arguments_lua[] = {
#embed "../../stdlib/machine/arguments.lua"
};
static const unsigned char machine_boot_lua[] = {
#embed "../../stdlib/machine/boot.lua"
};
static const unsigned char machine_calendar_lua[] = {
#embed "../../stdlib/machine/calendar.lua"
};
static const unsigned char machine_dates_lua[] = {
#embed "../../stdlib/machine/dates.lua"
};
static const unsigned char machine_errors_lua[] = {
#embed "../../stdlib/machine/errors.lua"
};
static const unsigned char machine_job_lua[] = {
#embed "../../stdlib/machine/job.lua"
};
static const unsigned char machine_meta_lua[] = {
#embed "../../stdlib/machine/meta.lua"
};
static const unsigned char machine_os_lua[] = {
#embed "../../stdlib/machine/os.lua"
};
static const unsigned char machine_pager_lua[] = {
#embed "../../stdlib/machine/pager.lua"
};
static const unsigned char machine_paging_lua[] = {
#embed "../../stdlib/machine/paging.lua"
};
static const unsigned char machine_path_lua[] = {
#embed "../../stdlib/machine/path.lua"
};
static const unsigned char machine_progress_lua[] = {
#embed "../../stdlib/machine/progress.lua"
};
static const unsigned char machine_provider_lua[] = {
#embed "../../stdlib/machine/provider.lua"
};
static const unsigned char machine_repl_lua[] = {
#embed "../../stdlib/machine/repl.lua"
};
static const unsigned char machine_repl_locals_lua[] = {
#embed "../../stdlib/machine/repl_locals.lua"
};
static const unsigned char machine_require_lua[] = {
#embed "../../stdlib/machine/require.lua"
};
static const unsigned char machine_secret_lua[] = {
#embed "../../stdlib/machine/secret.lua"
};
static const unsigned char machine_suggest_lua[] = {
#embed "../../stdlib/machine/suggest.lua"
};
static const unsigned char machine_timeout_lua[] = {
#embed "../../stdlib/machine/timeout.lua"
};
static const unsigned char parallel_lua[] = {
#embed "../../stdlib/parallel.lua"
};
static const unsigned char providers_openprospect_lua[] = {
#embed "../../stdlib/providers/openprospect.lua"
};
static const unsigned char providers_prospectb2b_lua[] = {
#embed "../../stdlib/providers/prospectb2b.lua"
};
static const unsigned char providers_spherescout_lua[] = {
#embed "../../stdlib/providers/spherescout.lua"
};
static const unsigned char providers_spherescout_variant_lua[] = {
#embed "../../stdlib/providers/spherescout_variant.lua"
};
static const unsigned char report_lua[] = {
#embed "../../stdlib/report.lua"
};
static const unsigned char text_lua[] = {
#embed "../../stdlib/text.lua"
};
static const unsigned char time_lua[] = {
#embed "../../stdlib/time.lua"
};
static const unsigned char webhooks_lua[] = {
#embed "../../stdlib/webhooks.lua"
};

const cstdlib_file cstdlib_files[] = {
    ROW("args.lua", args_lua),
    ROW("csv.lua", csv_lua),
    ROW("files.lua", files_lua),
    ROW("http.lua", http_lua),
    ROW("inspect.lua", inspect_lua),
    ROW("list.lua", list_lua),
    ROW("log.lua", log_lua),
    ROW("machine/argument_limits.lua", machine_argument_limits_lua),
    ROW("machine/argument_types.lua", machine_argument_types_lua),
    ROW("machine/arguments.lua", machine_arguments_lua),
    ROW("machine/boot.lua", machine_boot_lua),
    ROW("machine/calendar.lua", machine_calendar_lua),
    ROW("machine/dates.lua", machine_dates_lua),
    ROW("machine/errors.lua", machine_errors_lua),
    ROW("machine/job.lua", machine_job_lua),
    ROW("machine/meta.lua", machine_meta_lua),
    ROW("machine/os.lua", machine_os_lua),
    ROW("machine/pager.lua", machine_pager_lua),
    ROW("machine/paging.lua", machine_paging_lua),
    ROW("machine/path.lua", machine_path_lua),
    ROW("machine/progress.lua", machine_progress_lua),
    ROW("machine/provider.lua", machine_provider_lua),
    ROW("machine/repl.lua", machine_repl_lua),
    ROW("machine/repl_locals.lua", machine_repl_locals_lua),
    ROW("machine/require.lua", machine_require_lua),
    ROW("machine/secret.lua", machine_secret_lua),
    ROW("machine/suggest.lua", machine_suggest_lua),
    ROW("machine/timeout.lua", machine_timeout_lua),
    ROW("parallel.lua", parallel_lua),
    ROW("providers/openprospect.lua", providers_openprospect_lua),
    ROW("providers/prospectb2b.lua", providers_prospectb2b_lua),
    ROW("providers/spherescout.lua", providers_spherescout_lua),
    ROW("providers/spherescout_variant.lua", providers_spherescout_variant_lua),
    ROW("report.lua", report_lua),
    ROW("text.lua", text_lua),
    ROW("time.lua", time_lua),
    ROW("webhooks.lua", webhooks_lua),
};
const size_t cstdlib_count = sizeof cstdlib_files / sizeof *cstdlib_files;

const cstdlib_file *cstdlib_find(const char *name, size_t length) {
  for (size_t i = 0; i < cstdlib_count; i++) {
    const cstdlib_file *file = &cstdlib_files[i];
    if (strlen(file->name) == length && memcmp(file->name, name, length) == 0) return file;
  }
  return NULL;
}

const cstdlib_file *cstdlib_at(size_t index) {
  return index < cstdlib_count ? &cstdlib_files[index] : NULL;
}
