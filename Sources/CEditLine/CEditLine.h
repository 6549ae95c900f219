/// libedit for Swift, which cannot call its variadic functions, and which needs a read that can be
/// interrupted.
///
/// All functions of one editor belong on one thread; only writing to the other end of `wakeup` may
/// happen anywhere.

#ifndef PROSPECT_CEDITLINE_H
#define PROSPECT_CEDITLINE_H

#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

/// A line editor with its history.
struct line_editor {
  EditLine *edit;
  History *history;
  FILE *input, *screen;
  int wakeup;          ///< a byte here interrupts the read
  const char *prompt;  ///< valid while a line is read
  bool was_interrupted;
};

static inline struct line_editor *line_editor_of(EditLine *edit) {
  struct line_editor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return editor;
}

static inline char *line_editor_prompt(EditLine *edit) {
  return (char *)line_editor_of(edit)->prompt;
}

/// Reads one character for libedit: 1 when there is one, 0 at the end, -1 when interrupted.
static inline int line_editor_read(EditLine *edit, wchar_t *character) {
  struct line_editor *editor = line_editor_of(edit);
  struct pollfd watched[] = {{fileno(editor->input), POLLIN, 0}, {editor->wakeup, POLLIN, 0}};
  mbstate_t state = {0};
  for (;;) {
    if (poll(watched, 2, -1) < 0 && errno != EINTR) return -1;
    char byte;
    if (watched[1].revents) {
      editor->was_interrupted = read(editor->wakeup, &byte, 1) == 1;
      errno = EINTR;
      return -1;
    }
    ssize_t count = read(watched[0].fd, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return (int)count;
    size_t used = mbrtowc(character, &byte, 1, &state);
    if (used == (size_t)-2) continue;  // the character has more bytes
    if (used == (size_t)-1) *character = L'?';
    return 1;
  }
}

/// An editor between two terminal descriptors, which it does not own; NULL when there is no memory.
static inline struct line_editor *line_editor_open(int input, int screen, int wakeup) {
  struct line_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->wakeup = wakeup;
  editor->input = fdopen(dup(input), "r");
  editor->screen = fdopen(dup(screen), "w");
  editor->history = history_init();
  if (editor->input != NULL && editor->screen != NULL && editor->history != NULL)
    editor->edit = el_init("prospect-run", editor->input, editor->screen, editor->screen);
  return editor;
}

/// Sets an open editor up; lines that merely repeat the one before are not remembered.
static inline void line_editor_prepare(struct line_editor *editor, int remembered) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, remembered);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->edit, EL_CLIENTDATA, editor);
  el_set(editor->edit, EL_PROMPT, line_editor_prompt);
  el_set(editor->edit, EL_EDITOR, "emacs");
  el_set(editor->edit, EL_HIST, history, editor->history);
  el_set(editor->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_set(editor->edit, EL_GETCFN, line_editor_read);
  el_source(editor->edit, NULL);
}

/// The next line with its line end, valid until the next call; NULL at the end or when interrupted.
static inline const char *line_editor_next(struct line_editor *editor, const char *prompt) {
  int count = 0;
  editor->prompt = prompt;
  editor->was_interrupted = false;
  el_resize(editor->edit);
  // By itself libedit shows the prompt first: who types fast then sees the line twice.
  el_set(editor->edit, EL_PREP_TERM, 1);
  return el_gets(editor->edit, &count);
}

static inline void line_editor_remember(struct line_editor *editor, const char *line) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, line);
}

/// Reads the remembered lines from a file. A file that does not exist is no error.
static inline void line_editor_load(struct line_editor *editor, const char *path) {
  HistEvent event;
  history(editor->history, &event, H_LOAD, path);
}

/// Writes the remembered lines to a file that only its owner may read.
static inline void line_editor_save(struct line_editor *editor, const char *path) {
  HistEvent event;
  history(editor->history, &event, H_SAVE, path);
}

/// Ends an editor and restores the terminal.
static inline void line_editor_close(struct line_editor *editor) {
  if (editor->edit != NULL) el_end(editor->edit);
  if (editor->history != NULL) history_end(editor->history);
  if (editor->input != NULL) fclose(editor->input);
  if (editor->screen != NULL) fclose(editor->screen);
  free(editor);
}

#endif
