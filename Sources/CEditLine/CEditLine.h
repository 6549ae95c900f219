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
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/// What a Tab brings; both texts come from malloc and belong to the editor then. Neither: a beep.
struct line_completion {
  char *insertion;  ///< goes in at the cursor
  char *list;       ///< whole lines, shown below the line when nothing goes in
};

/// Says what may stand behind a text.
///
/// It only computes and returns: it calls no function of libedit and never leaves in another way. So
/// whoever wrote it, in whatever language, has no frame on the stack while libedit works.
typedef struct line_completion (*line_completer)(void *context, const char *before);

/// A line editor with its history.
struct line_editor {
  EditLine *edit;
  History *history;
  FILE *input, *screen;
  int wakeup;          ///< a byte here interrupts the read
  const char *prompt;  ///< valid while a line is read
  bool was_interrupted;
  line_completer complete;   ///< NULL: a Tab beeps
  void *completion_context;  ///< valid as long as `complete` is set
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

/// How many columns a text takes as libedit shows it: control characters as ^X.
static inline int line_editor_width(const wchar_t *from, const wchar_t *to) {
  int width = 0;
  for (; from < to; from++) width += wcwidth(*from) < 0 ? 2 : wcwidth(*from);
  return width;
}

/// Shows lines below the input, and leaves room for the rows above the cursor: libedit, which is to
/// draw all of them again, goes up by as many as it has drawn.
static inline void line_editor_show(struct line_editor *editor, const char *lines) {
  char request[] = "co";
  int columns = 0;
  el_get(editor->edit, EL_GETTC, request, &columns);
  if (columns <= 0) columns = 80;
  const LineInfoW *line = el_wline(editor->edit);
  int start = (int)strlen(editor->prompt);
  int above = (start + line_editor_width(line->buffer, line->cursor)) / columns;
  int all = (start + line_editor_width(line->buffer, line->lastchar)) / columns;
  for (int row = above; row <= all; row++) fputs("\n", editor->screen);
  fputs(lines, editor->screen);
  for (int row = 0; row < above; row++) fputs("\n", editor->screen);
}

/// What libedit calls on a Tab.
static inline unsigned char line_editor_complete(EditLine *edit, wint_t key) {
  (void)key;
  struct line_editor *editor = line_editor_of(edit);
  if (editor->complete == NULL) return CC_ERROR;
  const LineInfo *line = el_line(edit);
  char *before = strndup(line->buffer, (size_t)(line->cursor - line->buffer));
  if (before == NULL) return CC_ERROR;
  struct line_completion found = editor->complete(editor->completion_context, before);
  free(before);
  unsigned char result = CC_ERROR;
  if (found.insertion != NULL) {
    if (el_insertstr(edit, found.insertion) == 0) result = CC_REFRESH;
  } else if (found.list != NULL) {
    line_editor_show(editor, found.list);
    result = CC_REDISPLAY;
  }
  free(found.insertion);
  free(found.list);
  return result;
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
  el_set(editor->edit, EL_ADDFN, "prospect-complete", "Complete the word", line_editor_complete);
  el_set(editor->edit, EL_BIND, "^I", "prospect-complete", NULL);
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
